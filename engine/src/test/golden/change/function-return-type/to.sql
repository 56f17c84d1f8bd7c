create table users (id integer primary key, email varchar(50) not null, name text);
insert into users select i, 'u' || i, 'name ' || i from generate_series(1, 3) i;
create function twice(n integer) returns bigint language sql immutable as 'select n::bigint * 2';
create view v as select twice(id) as t from users;
create index i on users (twice(id));
alter table users add constraint c check (twice(id) > 0);

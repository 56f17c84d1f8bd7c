create table users (id integer primary key, email varchar(50) not null, name text);
insert into users select i, 'u' || i, 'name ' || i from generate_series(1, 3) i;
create function twice(n integer) returns integer language sql immutable as 'select n * 2';
alter table users add column t integer generated always as (twice(id)) stored;
alter table users add constraint c check (twice(id) > 0);

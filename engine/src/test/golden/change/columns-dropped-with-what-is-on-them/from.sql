create table users (id integer primary key, email varchar(50) not null, name text);
insert into users select i, 'u' || i, 'name ' || i from generate_series(1, 3) i;
alter table users add column a integer, add column b integer, add check (a > b), add unique (a, b);
create index i on users (b);
create view v as select id, a from users;

create table users (id integer primary key, email varchar(50) not null, name text);
insert into users select i, 'u' || i, 'name ' || i from generate_series(1, 3) i;
create schema s;
create type s.k as enum ('a');
create table s.t (k s.k, u integer references users (id));
create function s.f() returns integer language sql as 'select 1';
create view s.v as select s.f(), t.k from s.t;

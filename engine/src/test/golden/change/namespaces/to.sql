create table users (id integer primary key, email varchar(50) not null, name text);
insert into users select i, 'u' || i, 'name ' || i from generate_series(1, 3) i;
create schema audit;
create type audit.kind as enum ('x');
create table audit.log (id serial primary key, who integer references users (id), k audit.kind);

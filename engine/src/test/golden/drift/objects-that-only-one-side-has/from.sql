create extension citext;
create type mood as enum ('a');
create sequence ids;
create table only_here (id int);
create table shared (id int primary key, here int check (here > 0), unique (here));
create index on shared (id, here);
create view v as select 1 as one;
create schema app;
create table app.t (id int);

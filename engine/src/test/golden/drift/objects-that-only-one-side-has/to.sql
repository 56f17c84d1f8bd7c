create extension hstore;
create domain email as text;
create table only_there (id int);
create table shared (id int, there text not null default 'x');
create schema audit;
create table audit.t (id int);
create table audit.u (id int);

create schema third;
create extension citext schema third;
create table t (id integer primary key, name third.citext);

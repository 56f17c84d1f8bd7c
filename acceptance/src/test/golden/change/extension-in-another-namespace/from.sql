create schema first;
create extension hstore schema first;
create table t (id integer primary key, h first.hstore);
insert into t values (1, 'a=>1');

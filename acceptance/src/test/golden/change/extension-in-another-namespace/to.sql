create schema second;
create extension hstore schema second;
create table t (id integer primary key, h second.hstore);
insert into t values (1, 'a=>1');

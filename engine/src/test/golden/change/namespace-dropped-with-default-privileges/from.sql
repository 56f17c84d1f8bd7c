create schema aux;
grant usage on schema aux to public;
alter default privileges in schema aux grant select on tables to public;
create table users (id integer primary key);

create table users (id integer primary key, email varchar(50) not null, name text);
insert into users select i, 'u' || i, 'name ' || i from generate_series(1, 3) i;
create function add_up(a integer, b integer) returns integer language sql immutable as 'select a + b';
create aggregate total(integer) (sfunc = add_up, stype = integer, initcond = '0');

create table users (id integer, email text, constraint positive check (id > 0));
create table staff (id integer, constraint positive check (id > 0)) inherits (users);
create table parts (only_here integer);

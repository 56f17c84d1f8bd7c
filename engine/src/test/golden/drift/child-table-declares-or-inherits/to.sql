create table users (id integer, email text, constraint positive check (id > 0));
create table staff () inherits (users);
create table parts (only_there integer);

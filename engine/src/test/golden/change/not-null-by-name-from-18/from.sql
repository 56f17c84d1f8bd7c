create table users (
  id integer constraint users_id_there not null primary key,
  email text constraint has_email not null,
  name text not null,
  nick text,
  age integer constraint has_age not null,
  born date,
  away text constraint is_away not null default 'x'
);
alter table users rename name to called;
create table parents (a integer not null, b integer, d integer not null);
create table children (c integer constraint has_c not null, constraint has_b not null b) inherits (parents);
insert into users select i, 'u' || i, 'name ' || i, 'nick', i, now(), 'x' from generate_series(1, 3) i;

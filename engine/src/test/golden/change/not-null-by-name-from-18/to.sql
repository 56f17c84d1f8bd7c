create table users (
  id integer not null primary key,
  email text constraint "reachable by mail" not null,
  called text constraint is_called not null,
  nick text constraint has_nick not null,
  age integer,
  born date,
  stars integer constraint has_stars not null default 1
);
alter table users add constraint was_born not null born not valid;
comment on constraint has_nick on users is 'for the list';
create table parents (a integer constraint has_a not null, b integer, d integer constraint "own d" not null no inherit);
create table children (c integer not null) inherits (parents);
create table fresh (a integer constraint has_it not null, b integer generated always as identity constraint counts not null);
insert into users (id, email, called, nick, age, born) select i, 'u' || i, 'name ' || i, 'nick', i, now() from generate_series(1, 3) i;

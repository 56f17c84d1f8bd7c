create table users (
  id integer constraint users_id_there not null primary key,
  email text constraint has_email not null,
  nick text,
  n integer generated always as identity constraint counts not null,
  s serial constraint serves not null,
  own integer constraint "only here" not null no inherit
);
alter table users add constraint has_nick not null nick not valid;
comment on constraint has_email on users is 'to write to';
create table stale (a integer not null);
alter table stale rename to fresh;
create table parents (a integer not null, b integer);
create table children (constraint own_a not null a, constraint own_b not null b) inherits (parents);

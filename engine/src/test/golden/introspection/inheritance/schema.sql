create table things (
  id serial primary key, name text not null default 'a', constraint named check (name <> ''));
create table marked (mark int, constraint no_child check (mark > 0) no inherit);
create table toys (price int, name text not null default 'toy', check (price > 0))
inherits (things, marked);
create table games (rules text) inherits (things);
alter table games alter name set default 'game';
alter table games alter id drop default;
create table joined (extra int, mark int);
alter table joined inherit marked;
create table none () inherits (marked);

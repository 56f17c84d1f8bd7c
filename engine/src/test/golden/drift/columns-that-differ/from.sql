create type mood as enum ('a');
create table t (
  a varchar(32), b int not null, c int default 0, d serial, e int generated always as identity,
  f text collate "C", g int generated always as (b * 2) stored, h mood default 'a', i int[],
  j timestamp(3), k int, l int
);
comment on column t.a is 'here';

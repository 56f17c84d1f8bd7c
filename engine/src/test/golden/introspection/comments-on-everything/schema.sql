create schema app;
comment on schema app is 'An application';
comment on schema public is 'Ours now';
create type mood as enum ('a');
comment on type mood is 'How it''s going';
create domain email as text constraint has_at check (value like '%@%');
comment on domain email is 'An address';
comment on constraint has_at on domain email is 'Has an @';
create sequence ids;
comment on sequence ids is 'Counts';
create table t (
  id serial primary key,
  n int constraint positive check (n > 0) constraint one unique,
  parent int constraint up references t
);
comment on table t is E'Two\nlines and a \\ backslash';
comment on column t.n is '"quoted"';
comment on constraint positive on t is 'is positive';
comment on constraint one on t is 'is unique';
comment on constraint up on t is 'goes up';
comment on constraint t_pkey on t is 'the key';
create index by_parent on t (parent);
comment on index by_parent is 'finds children';
create view v as select n from t;
comment on view v is 'a view';
comment on column v.n is 'a column of a view';
create table commented_counter (id serial);
comment on sequence commented_counter_id_seq is 'then it is more than serial';

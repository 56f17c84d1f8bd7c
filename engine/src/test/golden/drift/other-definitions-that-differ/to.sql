create schema app;
comment on schema app is 'two';
create type mood as enum ('a', 'c', 'b');
create domain short as varchar(5) not null check (length(value) < 3);
create sequence ids as int increment 3;
create unlogged table t (a int);
create view v as select t.a + 1 as a from t, t other;
create view w as select a from t;

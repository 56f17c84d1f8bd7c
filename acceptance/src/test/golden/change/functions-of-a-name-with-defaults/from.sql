create function norm(text) returns text language sql immutable as 'select lower($1)';
create function dflt() returns int language sql as 'select 7';
create table t (id int primary key default dflt(), n text check (norm(n) <> ''), g text generated always as (norm(n)) stored);
create index t_n on t (norm(n));
create view v as select norm(n) as nn from t;
insert into t (id, n) select i, 'N'||i from generate_series(1,3) i;

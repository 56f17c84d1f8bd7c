create function norm(text, boolean default true) returns varchar language sql immutable as 'select lower($1)';
create function dflt(step int default 1) returns bigint language sql as 'select 7::bigint';
create table t (id int primary key default dflt(2), n text check (norm(n) <> ''), g text generated always as (norm(n, false)) stored);
create index t_n on t (norm(n));
create view v as select norm(n) as nn from t;
insert into t (id, n) select i, 'N'||i from generate_series(1,3) i;

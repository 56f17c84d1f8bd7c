create table t (id integer primary key, n integer);
insert into t values (1, 2);
create materialized view a as select id, n from t;
create index a_n on a (n);
create view on_a as select n from a;
create view b as select id from t;
comment on view b is 'B';

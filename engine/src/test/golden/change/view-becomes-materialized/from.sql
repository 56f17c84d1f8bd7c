create table t (id integer primary key, n integer);
insert into t values (1, 2);
create view a as select id, n from t;
create view on_a as select n from a;
create materialized view b as select id from t;
create index b_id on b (id);
comment on materialized view b is 'B';

create table t (id integer primary key, a text);
insert into t values (1, 'x'), (2, 'y');
create materialized view m as select id, a from t;
create unique index m_key on m (id);
create view v as select id, a from m;

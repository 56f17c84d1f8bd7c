create table t (id integer primary key, a text not null default 'x', b varchar(10) default 'y', c varchar default 'it''s', d text default 'long', e text[] default '{a,b}', f text default lower('A'));
insert into t (id) values (1), (2);
create view v as select id, a, b from t;
create index t_a_idx on t (a);

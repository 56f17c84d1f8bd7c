create table t (id integer primary key, a varchar(20) not null default 'x', b text default 'y', c text default 'it''s', d varchar(30) default 'other', e varchar(5)[] default '{a,b}', f varchar(7) default lower('A'));
insert into t (id) values (1), (2);
create view v as select id, a, b from t;
create index t_a_idx on t (a);

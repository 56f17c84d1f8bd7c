create table t (id integer primary key, code text not null unique);
insert into t values (1, 'a');
alter table t cluster on t_pkey;

create table t (id integer not null, code text not null unique);
insert into t values (1, 'a');

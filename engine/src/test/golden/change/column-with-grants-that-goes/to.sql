create table t (id int primary key, b text, c int); grant select (c), update (b) on t to public;
create table base (id int primary key, a int);
create view v (x, z) as select id, a from base; create view w as select z from v where x > 1;
comment on column v.z is 'zz'; alter view v alter z set default 4; grant select (x, z) on v to public;

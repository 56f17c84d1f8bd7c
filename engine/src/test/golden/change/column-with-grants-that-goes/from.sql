create table t (id int primary key, a int, b text); grant select (a), update (b) on t to public;
create table base (id int primary key, a int);
create view v (x, y) as select id, a from base with check option; create view w as select y from v where x > 1;
comment on column v.y is 'yy'; alter view v alter y set default 3; grant select (x) on v to public;
insert into base values (1,1);

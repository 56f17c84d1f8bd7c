create domain pos as int;
create domain nm as text not null default 'x';
create table t (id int primary key, a pos, b nm, c pos[]);
insert into t values (1, -5, 'a', '{1}'), (2, 5, 'b', '{2}');
create domain kept as int constraint one check (value > 0); comment on constraint one on domain kept is 'same';
create type pair as (a int, b int); comment on column pair.b is 'gone';

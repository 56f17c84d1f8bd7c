create domain pos as int;
create domain nm as text default 'y' check (value <> '');
create table t (id int primary key, a pos, b nm, c pos[], d pos);
insert into t values (1, -5, 'a', '{1}'), (2, 5, 'b', '{2}');
alter domain pos add constraint is_pos check (value > 0) not valid;
comment on constraint is_pos on domain pos is 'only new ''ones''';
create domain kept as int constraint one check (value > 1); comment on constraint one on domain kept is 'same';
create type pair as (a int);

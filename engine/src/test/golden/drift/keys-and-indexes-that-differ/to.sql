create table p (id int primary key, a int, b int, unique (a));
create table t (
  id int, a int, b text,
  constraint t_key primary key (id, a),
  constraint up foreign key (a) references p on delete restrict deferrable,
  constraint positive check (a >= 0),
  constraint also_same check (b <> ''),
  constraint uni unique (a, b) include (id)
);
create index by_a on t (a desc);
create index by_b on t using gin (to_tsvector('simple', b)) with (fastupdate = off);
create unique index part on t (a);
create index named_there on t (id, a);

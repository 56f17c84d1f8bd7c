create table p (id int primary key, a int, b int, unique (a));
create table t (
  id int, a int, b text,
  constraint t_key primary key (id),
  constraint up foreign key (a) references p on delete cascade,
  constraint positive check (a > 0),
  constraint same check (b <> ''),
  constraint uni unique (a, b)
);
create index by_a on t (a);
create index by_b on t using gin (to_tsvector('english', b));
create unique index part on t (a) where b is null;
create index named_here on t (id, a);

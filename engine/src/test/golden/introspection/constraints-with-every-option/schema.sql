create table parents (
  id int primary key,
  a int, b int,
  c int constraint c_is_unique unique,
  unique (a, b),
  constraint named unique (b) include (c),
  constraint deferred unique (a, c) deferrable initially deferred,
  check (a > 0),
  constraint "odd Name" check (a < b or (b is null and c = 1)) no inherit,
  constraint always check (true)
);
alter table parents add constraint later check (c > 5) not valid;
create table children (
  id int,
  x int,
  y int references parents,
  z int references parents (c) on delete cascade on update set null deferrable,
  w int,
  constraint children_key primary key (id, x) include (w) deferrable initially immediate,
  constraint pair foreign key (x, y) references parents (a, b) match full
    on delete restrict on update set default,
  foreign key (w) references parents (c) on delete set default initially deferred
);
alter table children add constraint unproven foreign key (w) references parents (id) not valid;
create table tree (id int primary key, parent int references tree on delete set null);
create table reservations (
  room int,
  during tsrange,
  cancelled boolean,
  exclude using gist (during with &&),
  constraint apart exclude using gist ((int4range(room, room + 1)) with &&, during with &&)
    where (not cancelled) deferrable initially deferred
);

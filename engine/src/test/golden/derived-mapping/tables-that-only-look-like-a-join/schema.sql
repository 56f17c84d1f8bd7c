create table a (id int primary key);
create table b (id int primary key);
create table parts (id int primary key) partition by range (id);
create table part partition of parts for values from (0) to (10);
-- Both references start from one column.
create table "_twice" (
  "A" int not null references a (id), "B" int not null,
  constraint again foreign key ("A") references b (id));
-- One reference leads to a table that is not read.
create table "_away" ("A" int not null references a (id), "B" int not null references part (id));
-- Another table refers to it.
create table "_used" (
  "A" int not null references a (id), "B" int not null references b (id), primary key ("A", "B"));
create table user_of_it (
  id int primary key, a int, b int, foreign key (a, b) references "_used" ("A", "B"));

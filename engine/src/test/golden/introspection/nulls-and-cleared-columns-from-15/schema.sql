create table p (a int, b int, primary key (a, b));
create table t (
  id int, a int, b int,
  unique nulls not distinct (a, b),
  foreign key (a, b) references p on delete set null (b),
  constraint reset foreign key (b, a) references p on delete set default (a, b)
);
create unique index one_null on t (a) nulls not distinct where b > 0;

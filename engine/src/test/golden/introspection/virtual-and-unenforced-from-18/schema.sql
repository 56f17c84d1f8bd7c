create table p (id int primary key);
create table t (
  id int,
  doubled int generated always as (id * 2),
  kept int generated always as (id * 3) stored,
  up int references p not enforced,
  constraint hoped check (id > 0) not enforced
);
create table stays (
  room int4range,
  during tsrange,
  primary key (room, during without overlaps)
);
create table visits (
  room int4range,
  during tsrange,
  foreign key (room, period during) references stays (room, period during)
);

create table orders (
  id int not null, region text not null default 'x', at date, amount numeric check (amount > 0),
  constraint orders_pk primary key (id, region), unique (region, id))
partition by list (region);
create index orders_at on orders (at);
create index on orders (lower(region), id) include (amount);
create table orders_east partition of orders (
  amount default 1 not null, constraint small check (amount < 1000)) for values in ('east', 'e');
create table orders_west partition of orders for values in ('west') partition by range (id);
create table orders_west_1 partition of orders_west for values from (minvalue) to (10)
  with (fillfactor = 70);
create table orders_rest partition of orders (region default null) default;
create index orders_rest_own on orders_rest (amount);
create unlogged table orders_north (at date, amount numeric, id int not null, region text not null,
  constraint orders_amount_check check (amount > 0), constraint north_pk primary key (id, region));
create index north_at on orders_north (at);
alter table orders attach partition orders_north for values in ('north');
create table orders_named partition of orders for values in ('named');
alter index orders_named_at_idx rename to named_at;
alter table orders_named rename constraint orders_named_pkey to named_pk;
create table measured (a int, b int, c int generated always as (a + 1) stored)
partition by hash (a, (b + 1));
create table measured_0 partition of measured for values with (modulus 2, remainder 0);
create table lines (
  id int primary key, "order" int, region text);
alter table lines add foreign key ("order", region) references orders on delete cascade;
alter table lines add constraint of_west foreign key (id, region) references orders_west_1;
create table parts (line int references lines, part int) partition by range (part);
create table parts_1 partition of parts for values from (0) to (10);
create table parts_2 (part int, line int, constraint to_line foreign key (line) references lines);
alter table parts attach partition parts_2 for values from (10) to (20);

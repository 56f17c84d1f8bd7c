create table orders (id int, at date, primary key (id, at)) partition by range (at);
create table orders_2024 partition of orders for values from ('2024-01-01') to ('2025-01-01');
create table orders_2025 partition of orders for values from ('2025-01-01') to ('2026-01-01');
create table lines (
  id int primary key, "order" int, at date, foreign key ("order", at) references orders (id, at));

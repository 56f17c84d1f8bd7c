create schema later;
create table orders (id int primary key, z int);
create view orders_v as select totals.id, totals.z as "a_view" from orders totals;
create view totals as select orders_v.id from orders_v;
create view later.based as select id from orders;
create view a_view as select id from later.based;

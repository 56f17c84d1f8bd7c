create table users (id integer primary key, no integer);
create table orders (id integer primary key, no integer, fresh integer);
insert into users select i, i from generate_series(1, 3) i;
create sequence kept owned by users.id;
create sequence moved owned by orders.fresh;
create sequence free;
create sequence taken owned by orders.no;
create sequence stays increment 5 owned by users.id;

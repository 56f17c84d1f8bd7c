create table users (id integer primary key, no integer, old integer);
create table orders (id integer primary key, no integer);
insert into users select i, i, i from generate_series(1, 3) i;
create sequence kept owned by users.no;
create sequence moved owned by users.old;
create sequence free owned by users.old;
create sequence taken;
create table gone (id integer);
create sequence stays increment 2 owned by gone.id;

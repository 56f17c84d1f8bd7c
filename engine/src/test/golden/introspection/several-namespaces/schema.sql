create schema "Shop";
create schema audit;
create schema bare;
create type "Shop".size as enum ('S', 'M');
create type public.size as enum ('L');
create domain audit.stamp as timestamptz default now();
create table "Shop".orders (
  id bigserial primary key,
  size "Shop".size default 'S',
  other public.size default 'L',
  at audit.stamp
);
create table audit.orders (
  id int primary key generated always as identity,
  "order" bigint references "Shop".orders
);
create index on audit.orders ("order");
create table orders (id int references audit.orders, shop bigint references "Shop".orders);
create sequence audit.ids;
create table counted (n bigint default nextval('audit.ids'));
create view audit.sizes as select size, other from "Shop".orders;

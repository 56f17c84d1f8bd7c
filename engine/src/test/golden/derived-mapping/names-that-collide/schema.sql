create schema shop;
create table "order items" (id int primary key);
create table order_items (id int primary key);
create table shop.order_items (id int primary key, other int references order_items);
create type "order items kind" as enum ('a');
create table order_items_kind (id int primary key, "1" int, "--" int);
create table "--" (id int);

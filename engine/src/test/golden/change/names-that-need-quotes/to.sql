create table users (id integer primary key, email varchar(50) not null, name text);
insert into users select i, 'u' || i, 'name ' || i from generate_series(1, 3) i;
create table "odd ""name""" ("select" bigint not null, "é, 'x'" text default E'a\\b\nc');
create index "in dex" on "odd ""name""" ("é, 'x'");

create foreign data wrapper files;
create server archive foreign data wrapper files options (a 'c', z E'a\\b');
create foreign table old_users (id integer not null, name text options (n 'm')) server archive options (file 'y.csv', sep ';');
create foreign table more (id bigint not null) server archive options (file 'y.csv');
create view v as select * from old_users;

create foreign data wrapper files options (w '1');
create server archive foreign data wrapper files options (a 'b', "X y" 'it''s');
create foreign table old_users (id integer not null, name text options (n 'm')) server archive options (file 'x.csv');
create foreign table more (id integer not null) server archive options (file 'x.csv');
create view v as select * from old_users;

create table users (id integer primary key, email varchar(50) not null, name text);
insert into users select i, 'u' || i, 'name ' || i from generate_series(1, 3) i;
alter table users alter column email type text;
create view v as select id, email from users;
create view w as select email from v;
grant select on v to public;

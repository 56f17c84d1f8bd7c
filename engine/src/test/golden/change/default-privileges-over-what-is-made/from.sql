create table users (id integer primary key, email varchar(50) not null, name text);
insert into users select i, 'u' || i, 'name ' || i from generate_series(1, 3) i;
create view named as select id, name from users;
create view mailed as select id, email from users;
alter default privileges grant select on tables to public;
alter default privileges in schema public grant usage on sequences to public;
alter default privileges revoke execute on functions from public;
grant select on mailed to public;

create table users (id integer primary key, email text not null, name text not null);
create view v as select email from users;
create index users_name on users (name);
alter table users add constraint named check (name <> '');
insert into users select i, 'u' || i, 'name ' || i from generate_series(1, 3) i;

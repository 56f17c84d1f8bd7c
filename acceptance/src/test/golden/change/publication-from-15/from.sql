do $$ begin
  if not exists (select from pg_roles where rolname = 'lockstep_test_reader') then
    create role lockstep_test_reader;
    create role lockstep_test_owner;
  end if;
end $$;
create table users (id integer primary key, email varchar(50) not null, name text);
insert into users select i, 'u' || i, 'name ' || i from generate_series(1, 3) i;
create index users_name_idx on users (name);
create view named as select id, name from users;
create table posts (id integer primary key, author integer references users (id));
insert into posts values (1, 1);

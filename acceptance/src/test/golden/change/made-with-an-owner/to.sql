do $$ begin
  if not exists (select from pg_roles where rolname = 'lockstep_test_superuser') then
    create role lockstep_test_superuser superuser;
  end if;
  if not exists (select from pg_roles where rolname = 'lockstep_test_reader') then
    create role lockstep_test_reader;
    create role lockstep_test_owner;
  end if;
end $$;
create table users (id integer primary key, email varchar(50) not null, name text);
insert into users select i, 'u' || i, 'name ' || i from generate_series(1, 3) i;
create schema stats;
create collation sorted (provider = libc, locale = 'C');
create text search dictionary plain (template = simple);
create text search configuration words (parser = "default");
create function noted() returns event_trigger language plpgsql as 'begin end';
create event trigger watch on ddl_command_end execute function noted();
create foreign data wrapper "far away";
create server beyond foreign data wrapper "far away";
create statistics stats.together on email, name from users;
alter collation sorted owner to lockstep_test_superuser;
alter text search dictionary plain owner to lockstep_test_superuser;
alter text search configuration words owner to lockstep_test_superuser;
alter event trigger watch owner to lockstep_test_superuser;
alter foreign data wrapper "far away" owner to lockstep_test_superuser;
alter server beyond owner to lockstep_test_superuser;
alter statistics stats.together owner to lockstep_test_superuser;
grant usage on foreign data wrapper "far away" to lockstep_test_reader;
grant usage on foreign server beyond to lockstep_test_reader with grant option;
grant usage on language plpgsql to lockstep_test_reader;
revoke usage on language plpgsql from public;
create publication sent;
alter publication sent owner to lockstep_test_superuser;
create schema apart authorization lockstep_test_owner;

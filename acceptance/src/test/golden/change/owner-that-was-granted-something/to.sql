do $$ begin
  if not exists (select from pg_roles where rolname = 'lockstep_test_reader') then
    create role lockstep_test_reader;
    create role lockstep_test_owner;
  end if;
end $$;
create table users (id integer primary key, email text);
alter table users owner to lockstep_test_owner;

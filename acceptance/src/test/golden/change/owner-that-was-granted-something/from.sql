do $$ begin
  if not exists (select from pg_roles where rolname = 'lockstep_test_reader') then
    create role lockstep_test_reader;
    create role lockstep_test_owner;
  end if;
end $$;
create table users (id integer primary key, email text);
grant delete on users to lockstep_test_owner;
revoke insert on users from current_user;

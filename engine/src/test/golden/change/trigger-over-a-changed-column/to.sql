create table users (id integer primary key, email varchar(50) not null, name text);
insert into users select i, 'u' || i, 'name ' || i from generate_series(1, 3) i;
create function touch() returns trigger language plpgsql as 'begin return new; end';
alter table users alter column email type text;
create trigger t before update of email on users for each row when (new.email <> '') execute function touch();

create table users (id integer primary key, email varchar(50) not null, name text);
insert into users select i, 'u' || i, 'name ' || i from generate_series(1, 3) i;
create function touch() returns trigger language plpgsql as 'begin return new; end';
create trigger t before update of name on users for each row when (old.name is distinct from new.name) execute function touch();
comment on trigger t on users is 'x';

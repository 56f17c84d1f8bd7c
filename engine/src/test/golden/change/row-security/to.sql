create table users (id integer primary key, email varchar(50) not null, name text);
insert into users select i, 'u' || i, 'name ' || i from generate_series(1, 3) i;
alter table users enable row level security;
alter table users force row level security;
create policy p on users for select using (id > 1);

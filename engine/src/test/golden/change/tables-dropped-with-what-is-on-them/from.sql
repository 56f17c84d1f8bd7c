create table users (id integer primary key, email varchar(50) not null, name text);
insert into users select i, 'u' || i, 'name ' || i from generate_series(1, 3) i;
create function touch() returns trigger language plpgsql as 'begin return new; end';
create table t (id integer primary key, self integer references t (id));
create trigger t before update on t for each row execute function touch();
create table o (t integer references t (id));
alter table t enable row level security;
create policy p on t for select using (id > 1);
create view v as select id from t;

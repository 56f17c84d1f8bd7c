create table users (id integer primary key, email varchar(50) not null, name text);
insert into users select i, 'u' || i, 'name ' || i from generate_series(1, 3) i;
create table t (id integer generated always as identity (start with 10 increment by 5 minvalue 2 maxvalue 1000 cache 3 cycle));

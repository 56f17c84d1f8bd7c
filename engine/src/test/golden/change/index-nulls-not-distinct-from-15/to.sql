create table users (id integer primary key, email varchar(50) not null, name text);
insert into users select i, 'u' || i, 'name ' || i from generate_series(1, 3) i;
create unique index i on users (name) nulls not distinct;

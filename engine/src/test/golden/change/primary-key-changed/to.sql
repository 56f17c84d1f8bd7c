create table users (id integer primary key, email varchar(50) not null, name text);
insert into users select i, 'u' || i, 'name ' || i from generate_series(1, 3) i;
create table t (a integer not null unique, b integer not null, constraint t_pkey primary key (b, a));
create table u (a integer references t (a));
insert into t values (1, 2);
insert into u values (1);

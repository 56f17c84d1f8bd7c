create table users (id integer primary key, email varchar(50) not null, name text);
insert into users select i, 'u' || i, 'name ' || i from generate_series(1, 3) i;
create type mood as enum ('a');
create domain d as text;
create sequence s;
comment on type mood is 'm';
comment on domain d is 'd';
comment on sequence s is 's';

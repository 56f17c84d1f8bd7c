create table users (id integer primary key, email varchar(50) not null, name text);
insert into users select i, 'u' || i, 'name ' || i from generate_series(1, 3) i;
create type mood as enum ('worst', 'sad', 'so-so', 'fine', 'ok', 'great');
create table p (id integer primary key, m mood default 'ok');
insert into p values (1, 'ok');
create index p_m_idx on p (m);
create view happy as select id, m from p where m = 'ok';

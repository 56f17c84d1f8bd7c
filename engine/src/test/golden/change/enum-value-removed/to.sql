create table users (id integer primary key, email varchar(50) not null, name text);
insert into users select i, 'u' || i, 'name ' || i from generate_series(1, 3) i;
create type mood as enum ('sad', 'ok');
create table p (id integer primary key, m mood default 'ok');
insert into p values (1, 'ok');
create index p_m_idx on p (m);
create view happy as select id, m from p where m = 'ok';
alter table p add column all_moods mood[] default '{sad,ok}';
alter table p add constraint c check (m <> 'sad');

create table users (id integer primary key, email varchar(50) not null, name text);
insert into users select i, 'u' || i, 'name ' || i from generate_series(1, 3) i;
comment on table users is 'b''s';
comment on column users.email is 'e';
alter table users add constraint c unique (email);
comment on constraint c on users is 'k';
create index i on users (name);
comment on index i is 'i';
comment on schema public is 'p';

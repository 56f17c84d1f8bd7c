create table users (id integer primary key, email varchar(50) not null, name text);
insert into users select i, 'u' || i, 'name ' || i from generate_series(1, 3) i;
alter table users add column n integer default 5;
update users set n = id;
create index users_n_idx on users (n);
create view grown as select id, n from users where n > 1;
create table logins (n integer);
alter table users add unique (n);
alter table logins add foreign key (n) references users (n);

create table users (id integer primary key, email varchar(50) not null, name text);
insert into users select i, 'u' || i, 'name ' || i from generate_series(1, 3) i;
create table posts (id integer primary key, author integer, editor integer);
insert into posts values (1, 1, 2);
alter table users add unique (id, email);
alter table posts add column email varchar(50);
alter table posts add constraint fk foreign key (author, email) references users (id, email) on delete set null (author);

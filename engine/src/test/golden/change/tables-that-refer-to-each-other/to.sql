create table users (id integer primary key, email varchar(50) not null, name text);
insert into users select i, 'u' || i, 'name ' || i from generate_series(1, 3) i;
create table a (id integer primary key, b integer);
create table b (id integer primary key, a integer references a (id));
alter table a add constraint a_b_fkey foreign key (b) references b (id);

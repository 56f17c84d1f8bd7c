create table users (id integer primary key, email varchar(50) not null, name text);
insert into users select i, 'u' || i, 'name ' || i from generate_series(1, 3) i;
create table posts (id bigint generated always as identity primary key, author integer not null references users (id) on delete cascade, title text default 'untitled');
create index posts_author_idx on posts (author);

create type mood as enum ('happy', 'not so');
create table users (id int primary key, email text unique, mood mood);
create table user_profiles (user_id int primary key references users, bio text);
create table posts (
  id int primary key,
  "authorId" int not null references users,
  slug text,
  unique ("authorId", slug)
);
create table log (line text, by int references users (id), partial text);
create unique index on log (partial) where line is not null;
create view active as select id from users;
comment on table users is 'People';
comment on column users.email is 'Where to write';

create table users (id int primary key, posts text);
create table posts (
  id int primary key,
  author_id int not null references users,
  editor int references users,
  users int,
  parent_id int references posts
);
create table pairs (a int, b int, primary key (a, b));
create table halves (a int, b int, foreign key (a, b) references pairs);

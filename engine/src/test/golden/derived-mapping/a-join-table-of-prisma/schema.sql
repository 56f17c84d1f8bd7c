create table "Post" (id int primary key);
create table "Tag" (id int primary key);
create table "_PostToTag" (
  "A" int not null references "Post",
  "B" int not null references "Tag",
  primary key ("A", "B")
);
create table "_follows" (
  "A" int not null references "Post",
  "B" int not null references "Post",
  primary key ("A", "B")
);

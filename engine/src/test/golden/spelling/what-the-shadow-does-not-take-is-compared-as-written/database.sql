create function next_code() returns text language sql as 'select 1::text';
create table "Place" (
  id int,
  code text not null default next_code(),
  state text not null default lower('A'),
  constraint "Place_pkey" primary key (id)
);
create table "Other" (
  id int,
  state text not null default lower('A'),
  constraint "Other_pkey" primary key (id)
);

create table "Place" (
  id int,
  made timestamp(3) not null default (now() - interval '2 days'),
  constraint "Place_pkey" primary key (id)
);

create domain kind as text;
create type "Mood" as enum ('HAPPY');
create table "Place" (
  id serial,
  made timestamp(3) not null default (now() - interval '1 day'),
  settings jsonb not null default '{"at":2,"size":1}',
  code varchar(3) not null default upper('x'::text),
  tags text[],
  mood "Mood" not null default 'HAPPY',
  kind kind,
  span numrange,
  constraint "Place_pkey" primary key (id)
);
create index "Place_tags_idx" on "Place" using gin (tags);

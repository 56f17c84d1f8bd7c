create schema extensions;
create extension citext;
create extension hstore with schema extensions;
create extension pg_trgm with schema extensions;
create extension btree_gist;
create table t (
  id int,
  a citext,
  b extensions.hstore,
  c text,
  d citext[],
  during tsrange,
  exclude using gist (id with =, during with &&)
);
create index trigrams on t using gin (c extensions.gin_trgm_ops);
create index near on t using gist (c extensions.gist_trgm_ops (siglen = 32));
create index unique_names on t (a);

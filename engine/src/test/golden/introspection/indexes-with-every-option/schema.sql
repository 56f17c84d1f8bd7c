create table t (
  id int primary key,
  a int, b text, c varchar(10), d text[], e jsonb, f timestamptz, g point, h text collate "C",
  i inet, j tsvector
);
create index on t (a);
create unique index u on t (a, b);
create index sorted on t (a desc, b nulls first, c desc nulls last, f asc nulls last);
create index hashed on t using hash (b);
create index arrays on t using gin (d);
create index documents on t using gin (e jsonb_path_ops);
create index words on t using gin (j) with (fastupdate = off);
create index places on t using gist (g);
create index blocks on t using brin (f) with (pages_per_range = 32, autosummarize = on);
create index nets on t using gist (i inet_ops);
create index prefixes on t (b text_pattern_ops, c varchar_pattern_ops, c varchar_ops);
create index collated on t (b collate "C", h, h collate "POSIX" desc);
create index included on t (a) include (b, c);
create index part on t (a) where b is not null and c <> 'x)';
create unique index one_open on t (a) where (f is null);
create index expressions on t (lower(b), (a + 1) desc, a, upper(c) collate "C" text_pattern_ops);
create index "Odd ""Name""" on t ((e ->> 'a, b)') nulls first);
create index filled on t (f) with (fillfactor = 70);
create index trees on t using spgist (b);

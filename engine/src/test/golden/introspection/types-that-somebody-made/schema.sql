create type pair as (a int, b text collate "C", c numeric(10, 2)[]);
create type nothing as ();
create domain whole as pair check ((value).a is not null);
create type pairs as (first pair, all_of_them pair[], d whole);
create type floats as range (subtype = float8, subtype_diff = float8mi);
create type texts as range (subtype = text, collation = "C");
create collation german (provider = libc, locale = 'C');
create collation mixed (provider = libc, lc_collate = 'C', lc_ctype = 'POSIX');
create text search dictionary plain (template = simple, stopwords = 'english', accept = false);
create text search configuration words (copy = pg_catalog.simple);
alter text search configuration words alter mapping for word, asciiword with plain, simple;
create text search configuration empty (parser = "default");
create table other (a int);
create table kept (
  one pair, many pairs[], span floats default '[1,2)', spans texts[], name text collate german,
  row_of other);
comment on type pair is 'Two and more';
comment on column pair.a is 'The first';
comment on collation german is 'Not really';
comment on text search configuration words is 'Ours';
create index on kept (one);
create index on kept using gist (span);

create extension citext;
create schema other;
create type mood as enum ('sad', 'happy');
create domain short as text check (length(value) < 10);
create type pair as (a int, b short);
create type spans as range (subtype = float8);
create collation german (provider = libc, locale = 'C');
create sequence numbers;
create function plus(a int, b int) returns int language sql immutable as 'select a + b';
create table t (
  id int primary key,
  n int default nextval('numbers'),
  twice int generated always as (plus(1, 1)) stored,
  m mood,
  p pair[],
  s spans,
  c citext collate german,
  constraint positive check (plus(id, n) > 0));
create table u (t_id int references t, id int);
create index on t (plus(id, n)) where n > 0;
create index on u (id);
create view v as select id, n from t where m = 'sad' and n > plus(1, 2);
create view other.w as select * from v join u using (id);
create materialized view mv as select t_id from u;
create index on mv (t_id);
create function of_row(t) returns setof v language sql as 'select null::v';
create function ids() returns setof int begin atomic select id from u; end;
create procedure p(spans) language sql as 'select 1';
create function step(state int, next t) returns int language sql as 'select 1';
create aggregate total(t) (sfunc = step, stype = int);
create function touch() returns trigger language plpgsql as 'begin return new; end';
create trigger touched before update of n on t for each row when (old.id > plus(1, 1)) execute function touch();
create rule quiet as on delete to t do instead insert into u values (1, 2);
create policy mine on t using (n > plus(2, 3) and id in (select id from u));
create statistics both_columns on id, (plus(n, 2)) from t;
create publication books for table u;

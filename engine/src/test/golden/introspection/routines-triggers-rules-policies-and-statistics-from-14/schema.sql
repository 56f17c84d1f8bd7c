create schema tools;
create type mood as enum ('sad', 'happy');
create table t (id int primary key, n int default 0, m mood, changed timestamptz);
create table log (at timestamptz default now(), what text);
create view v as select id, n from t;

-- Overloads, defaults, modes, settings; a body that names what comes later.
create function plus(a int, b int default 1) returns int language sql immutable strict parallel safe
  cost 7 as 'select a + b';
create function plus(a text, variadic b text[] default '{}') returns text language sql
  as 'select a || array_to_string(b, '''')';
create function tools.later(out x int, inout y text) returns record language plpgsql
  security definer set search_path = public, tools set work_mem to '4MB'
  as $f$ begin select count(*), y into x, y from nowhere_yet; end $f$;
create function rows_of(p t) returns setof v rows 5 language sql as 'select p.id, p.n';
create function listed(a int) returns table (id int, label text) language sql stable
  begin atomic select t.id, t.m::text from t where t.id = a; end;
comment on function plus(text, text[]) is 'joins';
create procedure tidy(days int default 30, inout done int default 0) language plpgsql
  as $p$ begin delete from log where at < now() - make_interval(days => days); done := 1; end $p$;
comment on procedure tidy is 'tidies';
create table with_function (id int, n int default plus(1, 2), check (plus(n) > 0));
create index on with_function (plus(n, id));

create function add_to(state int, next int) returns int language sql as 'select state + next';
create aggregate total (int) (sfunc = add_to, stype = int, initcond = '0', parallel = safe);
create aggregate total (float8) (sfunc = float8pl, stype = float8, sspace = 16,
  msfunc = float8pl, minvfunc = float8mi, mstype = float8, minitcond = '0');
create aggregate everything (*) (sfunc = int8inc, stype = int8, initcond = '0');
create aggregate tools.greatest_of (int) (sfunc = int4larger, stype = int, sortop = >);
comment on aggregate total(int) is 'sums';

create function touch() returns trigger language plpgsql as 'begin new.changed := now(); return new; end';
create trigger touched before insert or update of n, m on t
  for each row when (new.n > 0) execute function touch();
create trigger "Off" after delete on t for each statement execute function touch('a', 'it''s');
alter table t disable trigger "Off";
create trigger always after insert on t referencing new table as fresh execute function touch();
alter table t enable always trigger always;
create trigger replica before truncate on t execute function touch();
alter table t enable replica trigger replica;
create constraint trigger deferred after update on log deferrable initially deferred
  for each row execute function touch();
create trigger instead instead of insert on v for each row execute function touch();
comment on trigger touched on t is 'keeps the time';

create rule quiet as on delete to t where old.id = 1 do instead nothing;
create rule "Log" as on insert to t do also insert into log (what) values ('t ' || new.id);
create rule into_view as on update to v do instead (
  update t set n = new.n where id = old.id; notify changed);
alter table t disable rule quiet;
comment on rule quiet on t is 'the first stays';

create policy everybody on t;
create policy mine on t as restrictive for update to pg_monitor
  using (n > plus(1)) with check (n < 100);
create policy adding on log for insert with check (what <> '');
comment on policy mine on t is 'only some';

create statistics "Both" on id, n from t;
create statistics tools.elsewhere (ndistinct, mcv) on n, m from t;
create statistics texts on (n + 1), (id * 2) from t;
alter statistics "Both" set statistics 50;
comment on statistics "Both" is 'they go together';

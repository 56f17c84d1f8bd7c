create domain spaced as text default 'a b';
create table t (a int) with (autovacuum_enabled = false, fillfactor = 70);
comment on table t is 'two';
create index i on t (a) with (deduplicate_items = off, fillfactor = 70);
comment on index i is 'two';

create domain spaced as text default 'a  b';
create table t (a int) with (fillfactor = 70, autovacuum_enabled = false);
comment on table t is 'one';
create index i on t (a) with (fillfactor = 70, deduplicate_items = off);
comment on index i is 'one';

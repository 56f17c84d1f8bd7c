create table t (a int default 1, b int[], c text, constraint one check (a > 0), constraint two unique (c));
create index i on t using gin (b) with (fastupdate = off, gin_pending_list_limit = 100);

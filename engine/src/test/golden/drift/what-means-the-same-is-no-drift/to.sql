create table t (a int default 1, b int[][], c text, constraint two unique (c), constraint one check (a > 0));
create index i on t using gin (b) with (gin_pending_list_limit = 100, fastupdate = off);

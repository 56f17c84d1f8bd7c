create table t (id int primary key, a varchar(40), b bigint, c text);
create index i1 on t (a varchar_pattern_ops, b desc nulls last) where c is not null; create unique index i2 on t (lower(a::text), b); create index i3 on t using btree (b);
alter index i2 alter column 1 set statistics 500; comment on index i2 is 'low2';
create index i4 on t (c desc); comment on index i4 is 'kept';

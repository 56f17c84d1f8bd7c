create table t (id int primary key, a text, b int, c text);
create index i1 on t (a text_pattern_ops, b desc nulls last) where c is not null; create unique index i2 on t (lower(a)); create index i3 on t using hash (b);
alter index i1 set (fillfactor = 70); alter table t alter a set statistics 200; comment on index i2 is 'low';
insert into t values (1,'A',2,'c');
create index i4 on t (c); comment on index i4 is 'kept';

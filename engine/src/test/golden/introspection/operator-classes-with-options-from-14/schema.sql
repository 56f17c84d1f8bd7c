create table t (a int, b date);
create index ranges on t using brin (a int4_minmax_multi_ops (values_per_range = 16));
create index days on t using brin (b date_bloom_ops (n_distinct_per_range = 100, false_positive_rate = 0.05));

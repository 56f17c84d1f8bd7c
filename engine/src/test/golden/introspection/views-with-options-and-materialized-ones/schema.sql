create table t (id int primary key, n int default 0, label text);
create view guarded with (security_barrier, check_option = cascaded) as
  select id, n from t where n > 0;
create view local as select id, n, label from t where id > 1 with local check option;
alter view local alter column n set default 5;
alter view local alter column label set default 'it''s';
create materialized view sums with (fillfactor = 70) as
  select n, count(*) as total, max(label)::varchar(10) as label from t group by n;
create unique index on sums (n);
create index "Totals" on sums (total desc, lower(label)) where total > 1;
create materialized view later as select total from sums with no data;
create index on later (total);
create view reads_sums as select sum(total) as all_of_them from sums;
create recursive view counted (n) as values (1) union all select n + 1 from counted where n < 3;
create function touch() returns trigger language plpgsql as 'begin return new; end';
create trigger instead instead of update on local for each row execute function touch();
comment on materialized view sums is 'kept';
comment on column sums.total is 'how many';
comment on index "Totals" is 'for the list';
comment on view guarded is 'only some';

create table kept (
  id int primary key, body text, tail text, number int not null, "At" timestamptz)
with (fillfactor = 80, toast.autovacuum_enabled = false, autovacuum_vacuum_scale_factor = 0.05);
alter table kept alter body set storage external;
alter table kept alter tail set statistics 500;
alter table kept alter number set (n_distinct = -0.5, n_distinct_inherited = 100);
create unique index kept_number on kept (number);
create index kept_at on kept ("At");
alter table kept replica identity using index kept_number;
alter table kept cluster on kept_at;
alter table kept enable row level security;
create table full_identity (a int);
alter table full_identity replica identity full;
alter table full_identity force row level security;
create table no_identity (a int);
alter table no_identity replica identity nothing;
alter table no_identity enable row level security;
alter table no_identity force row level security;
create unlogged table quick (a int);
create sequence counting;

create table words (
  id int, name text, span int4range,
  constraint words_pk primary key (id) with (fillfactor = 70),
  constraint words_name unique (name) include (id) with (fillfactor = 60) deferrable,
  exclude using gist (span with &&) with (fillfactor = 50) where (id > 0));
create index words_lower on words (id, lower(name), (id + 1));
alter index words_lower alter column 2 set statistics 300;
alter index words_lower alter column 3 set statistics 0;
create table measured (at date, value int) partition by range (at);
create table measured_1 partition of measured for values from ('2024-01-01') to ('2025-01-01');
create index measured_alone on only measured (value);
create index measured_all on measured (at);

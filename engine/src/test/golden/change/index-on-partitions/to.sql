create table log (id bigint not null, kind text not null) partition by list (kind);
create table log_a partition of log for values in ('a');
create table log_b partition of log for values in ('b') partition by list (id);
create table log_b1 partition of log_b for values in (1);
insert into log values (1, 'a'), (1, 'b');
create index log_id_idx on log (id);
create unique index log_key on log (id, kind);

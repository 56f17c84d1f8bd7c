create table log (id bigint not null, kind text not null) partition by list (kind);
create table log_a partition of log for values in ('a');
insert into log values (1, 'a');
create index log_id_idx on log (id);
create unique index log_key on log (id, kind);

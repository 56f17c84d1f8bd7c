create table log (id bigint not null, kind text not null) partition by list (kind);
create table log_a partition of log for values in ('a');
insert into log values (1, 'a');
create table log_b partition of log for values in ('b', 'c');
create table log_rest partition of log default;

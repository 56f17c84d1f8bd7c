create table log (id bigint not null, at date not null, primary key (id, at)) partition by range (at);
create table log_2024 partition of log for values from ('2024-01-01') to ('2024-07-01');
create index log_at_idx on log (at);
insert into log values (1, '2024-05-05');

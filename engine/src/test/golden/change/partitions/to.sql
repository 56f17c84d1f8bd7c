create table users (id integer primary key, email varchar(50) not null, name text);
insert into users select i, 'u' || i, 'name ' || i from generate_series(1, 3) i;
create table log (id bigint not null, at date not null, primary key (id, at)) partition by range (at);
create table log_2024 partition of log for values from ('2024-01-01') to ('2025-01-01');
create table log_rest partition of log default;
create index log_at_idx on log (at);
insert into log values (1, '2024-05-05'), (2, '2030-01-01');

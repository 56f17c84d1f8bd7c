create table users (id integer primary key, at date);
create table log (id bigint not null, at date not null, user_id integer, parent_id bigint, parent_at date, primary key (id, at)) partition by range (at);
create table log_2024 partition of log for values from ('2024-01-01') to ('2025-01-01');
create table log_rest partition of log default;
create table notes (id integer primary key, log_id bigint, log_at date);
insert into users values (1, '2024-05-05'), (2, '2030-01-01');
insert into log values (1, '2024-05-05', 1, null, null), (2, '2030-01-01', 2, 1, '2024-05-05');
insert into notes values (1, 1, '2024-05-05'), (2, null, null);

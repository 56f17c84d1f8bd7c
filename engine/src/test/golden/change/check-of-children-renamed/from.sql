create table log (id integer primary key, size integer, constraint size_positive check (size > 0)) partition by range (id);
create table log_1 partition of log for values from (0) to (10);
create table log_2 partition of log for values from (10) to (20) partition by range (id);
create table log_21 partition of log_2 for values from (10) to (15);
insert into log values (1, 1), (11, 2);
create table parent (size integer, constraint size_positive_of_parent check (size > 0));
create table child (more integer) inherits (parent);
insert into child values (1, 2);

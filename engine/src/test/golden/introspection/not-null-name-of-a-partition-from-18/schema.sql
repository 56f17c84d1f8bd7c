create table p (a int not null, b int constraint has_b not null) partition by range (a);
create table q (a int not null, b int constraint q_has_b not null);
alter table p attach partition q for values from (1) to (10);
create table r partition of p for values from (10) to (20);
create table s partition of p (constraint s_has_b not null b) for values from (20) to (30);

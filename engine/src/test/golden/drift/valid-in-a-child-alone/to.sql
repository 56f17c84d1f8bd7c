create table p (a int);
create table c () inherits (p);
alter table p add constraint positive check (a > 0) not valid;
create table q (a int);
create table d () inherits (q);
alter table q add constraint positive check (a > 0) not valid;
alter table c validate constraint positive;
alter table q validate constraint positive;

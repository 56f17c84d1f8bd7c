create table base (id integer, constraint positive check (id > 0));
create table leaves (id integer not null) inherits (base);
create table joins (id integer, constraint positive check (id > 0));
create table days (day date not null, n integer not null, unique (day, n), check (n > 0)) partition by list (n);
create table first_days partition of days for values in (1, 2);
create table other_days partition of days for values in (3);
insert into days values ('2026-01-01', 2);

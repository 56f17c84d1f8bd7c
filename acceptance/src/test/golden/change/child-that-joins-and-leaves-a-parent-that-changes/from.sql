create table base (id int primary key, n text default 'b', constraint len check (length(n) < 100));
create table mid (m int) inherits (base);
create table leaf (l int not null) inherits (mid);
create table other (id int not null, n text, constraint len check (length(n) < 100));
insert into leaf values (1,'a',2,3); insert into base values (2,'q'); insert into other values (5,'o');

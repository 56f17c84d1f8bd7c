create table base (id bigint primary key, n varchar(200) default 'bb', extra date default '2020-01-01', constraint len check (length(n) < 150));
create table mid (m bigint) inherits (base);
create table leaf (l int, n varchar(200) default 'leaf') inherits (mid);
create table other () inherits (base);

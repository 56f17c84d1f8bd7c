create table t (id int);
create table _prisma_migrations (id varchar(36) primary key, checksum varchar(64) not null);

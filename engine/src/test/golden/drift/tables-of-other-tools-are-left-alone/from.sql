create table t (id int);
create table alembic_version (version_num varchar(32) primary key);

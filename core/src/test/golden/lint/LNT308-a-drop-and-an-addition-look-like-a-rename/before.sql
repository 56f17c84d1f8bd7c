CREATE TABLE users (mail varchar(80), a int);

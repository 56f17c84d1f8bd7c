CREATE TABLE users (age int, name varchar(20));

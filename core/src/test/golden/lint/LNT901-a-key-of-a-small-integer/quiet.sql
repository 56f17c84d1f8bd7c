CREATE TABLE users (id bigint PRIMARY KEY, age int);
CREATE TABLE links (a int, b int, PRIMARY KEY (a, b));

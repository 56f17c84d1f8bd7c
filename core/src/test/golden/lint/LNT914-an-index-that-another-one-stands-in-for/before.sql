CREATE TABLE users (id int PRIMARY KEY, a int, b int);
CREATE INDEX users_ab ON users (a, b);

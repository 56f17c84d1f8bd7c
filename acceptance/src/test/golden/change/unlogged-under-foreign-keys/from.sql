CREATE TABLE a (id int primary key);
CREATE TABLE b (id int primary key, a int REFERENCES a, s int REFERENCES b);
CREATE TABLE c (id serial, b int REFERENCES b);
INSERT INTO a VALUES (1);
INSERT INTO b VALUES (1,1,1);
INSERT INTO c(b) VALUES (1);

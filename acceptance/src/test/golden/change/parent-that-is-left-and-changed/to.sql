CREATE TABLE b (id bigint, v int);
CREATE TABLE c (id int, v int NOT NULL, gone int, CONSTRAINT pos CHECK (v > 0));
CREATE TABLE p (id bigint, k int) PARTITION BY LIST (k);
CREATE TABLE p1 (id int, k int, CONSTRAINT q CHECK (id > 0)); 
INSERT INTO c VALUES (1,1,1);
INSERT INTO p1 VALUES (1,1);

CREATE TYPE addr AS (street text, zip int, gone int);
CREATE TABLE x OF addr (street NOT NULL, zip DEFAULT 3);
CREATE TABLE y (id int, a addr);
INSERT INTO x VALUES ('s', 1);

CREATE TYPE addr AS (street text, zip bigint);
CREATE TABLE x OF addr (street NOT NULL, zip DEFAULT 4);
CREATE TABLE y (id int, a addr);
INSERT INTO x VALUES ('s', 1);

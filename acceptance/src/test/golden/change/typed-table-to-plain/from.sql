CREATE TYPE addr AS (street text, zip int);
CREATE TABLE x OF addr;
INSERT INTO x VALUES ('s', 1);

CREATE TYPE addr AS (street text, zip int);
CREATE TABLE x (street text, zip int);
INSERT INTO x VALUES ('s', 1);

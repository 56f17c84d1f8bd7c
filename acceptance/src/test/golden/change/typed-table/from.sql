CREATE TYPE addr AS (street text, zip int);
CREATE TABLE x OF addr (PRIMARY KEY (zip));
CREATE VIEW xv AS SELECT street FROM x;
CREATE INDEX x_street ON x (street);
INSERT INTO x VALUES ('s', 1);

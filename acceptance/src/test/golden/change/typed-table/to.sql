CREATE TYPE addr AS (street varchar(50), zip int, city text);
CREATE TABLE x OF addr (PRIMARY KEY (zip));
CREATE VIEW xv AS SELECT street FROM x;
CREATE INDEX x_street ON x (street);
INSERT INTO x VALUES ('s', 1);

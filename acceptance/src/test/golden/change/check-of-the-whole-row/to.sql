CREATE TABLE t (id int primary key, a int);
CREATE FUNCTION okrow(r t) RETURNS bool IMMUTABLE LANGUAGE sql AS 'select r.a > 0';
ALTER TABLE t ADD CONSTRAINT c CHECK (okrow(t.*));
INSERT INTO t VALUES (1, 2);

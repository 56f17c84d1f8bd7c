CREATE TABLE t (id int primary key, a bigint, b int);
CREATE FUNCTION okrow(r t) RETURNS bool IMMUTABLE LANGUAGE sql AS 'select r.a > 1';
ALTER TABLE t ADD CONSTRAINT c CHECK (okrow(t.*));
INSERT INTO t VALUES (1, 2);

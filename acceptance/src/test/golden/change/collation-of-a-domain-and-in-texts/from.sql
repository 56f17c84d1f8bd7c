CREATE COLLATION ci (provider = icu, locale = 'und');
CREATE DOMAIN d AS text COLLATE ci;
CREATE TABLE t (id int primary key, a d, b text CHECK (b > 'a' COLLATE ci), g text GENERATED ALWAYS AS (b || 'x' COLLATE ci) STORED);
CREATE FUNCTION f(x text) RETURNS bool LANGUAGE sql BEGIN ATOMIC SELECT x > 'a' COLLATE ci; END;
INSERT INTO t VALUES (1,'a','b');

CREATE TYPE comp AS (m int, n int);
CREATE TABLE t (id int primary key, c comp, cs comp[]);
INSERT INTO t VALUES (1,(1,2),ARRAY[(1,2)::comp]);
CREATE TYPE inn AS (a int, b text); CREATE TYPE outt AS (i inn, n int); CREATE TABLE u (id int primary key, o outt, os outt[], i inn);
INSERT INTO u VALUES (1,ROW(ROW(1,'x'),2),ARRAY[ROW(ROW(1,'x'),2)::outt],ROW(1,'y'));

CREATE TYPE comp AS (m bigint, n int, o text);
CREATE TABLE t (id int primary key, c comp, cs comp[]);
CREATE TYPE inn AS (a bigint, b text); CREATE TYPE outt AS (i inn, n int); CREATE TABLE u (id int primary key, o outt, os outt[], i inn);

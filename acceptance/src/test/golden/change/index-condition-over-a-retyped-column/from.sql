CREATE TABLE t (id int primary key, a text DEFAULT '{}', b varchar(20), c int, d timestamp DEFAULT now(), e text[], f numeric(10,2), g bool DEFAULT true, h json);
CREATE INDEX t_b ON t (lower(b));
CREATE INDEX t_c ON t (c) WHERE c > 3;
CREATE VIEW v AS SELECT * FROM t;
INSERT INTO t VALUES (1,'{}','5',1,now(),'{}',1.5,true,'{}');

CREATE TABLE t (id int primary key, a jsonb DEFAULT '{}', b int, c text, d timestamptz DEFAULT now(), e uuid[], f bigint, g int DEFAULT 1, h jsonb);
CREATE INDEX t_b ON t (abs(b));
CREATE INDEX t_c ON t (c) WHERE c > '3';
CREATE VIEW v AS SELECT * FROM t;
INSERT INTO t VALUES (1,'{}','5',1,now(),'{}',1.5,1,'{}');

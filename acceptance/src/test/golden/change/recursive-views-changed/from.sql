CREATE TABLE n (id int primary key, up int REFERENCES n, name varchar(10));
CREATE RECURSIVE VIEW tree (id, depth, name) AS SELECT id, 0, name FROM n WHERE up IS NULL UNION ALL SELECT n.id, depth + 1, n.name FROM n JOIN tree ON up = tree.id;
CREATE VIEW w AS WITH RECURSIVE r AS (SELECT id FROM n UNION SELECT up FROM n JOIN r USING (id)) CYCLE id SET c USING path SELECT id FROM r;
CREATE VIEW over AS SELECT name FROM tree;
INSERT INTO n VALUES (1, null, 'a'), (2, 1, 'b');

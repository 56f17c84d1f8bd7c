CREATE TABLE n (id int primary key, up int REFERENCES n, name text);
CREATE RECURSIVE VIEW tree (id, depth, name, k) AS SELECT id, 0, name, 1 FROM n WHERE up IS NULL UNION ALL SELECT n.id, depth + 2, n.name, k FROM n JOIN tree ON up = tree.id;
CREATE VIEW w AS WITH RECURSIVE r AS (SELECT id FROM n UNION ALL SELECT up FROM n JOIN r USING (id)) SEARCH DEPTH FIRST BY id SET o SELECT id FROM r;
CREATE VIEW over AS SELECT name FROM tree;
INSERT INTO n VALUES (1, null, 'a'), (2, 1, 'b');

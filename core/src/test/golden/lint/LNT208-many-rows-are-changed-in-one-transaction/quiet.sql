UPDATE users SET name = 'x' WHERE id = 7;
DELETE FROM users WHERE id IN (SELECT id FROM users WHERE name IS NULL LIMIT 1000);
CREATE TABLE t (a int);
UPDATE t SET a = 1;

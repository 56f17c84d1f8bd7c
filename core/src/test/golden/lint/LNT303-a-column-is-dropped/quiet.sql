ALTER TABLE users ADD COLUMN scratch int;
ALTER TABLE users DROP COLUMN scratch;

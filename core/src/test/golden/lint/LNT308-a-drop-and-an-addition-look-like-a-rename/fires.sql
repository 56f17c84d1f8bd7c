ALTER TABLE users DROP COLUMN mail, ADD COLUMN email varchar(80);

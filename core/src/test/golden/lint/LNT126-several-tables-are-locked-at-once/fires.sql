BEGIN;
ALTER TABLE users ADD COLUMN total int;
ALTER TABLE orders ADD COLUMN note text;
ALTER TABLE items ADD COLUMN note text;
COMMIT;

ALTER TABLE users ADD COLUMN total int;
UPDATE orders SET total = 0;

ALTER TABLE orders DROP COLUMN total;
ALTER TABLE orders RENAME TO purchases;

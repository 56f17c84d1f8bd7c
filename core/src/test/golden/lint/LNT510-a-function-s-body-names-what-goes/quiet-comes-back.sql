DROP TABLE old.orders;
DROP TYPE total;
DROP TABLE orders;
CREATE TABLE orders (id bigint PRIMARY KEY, total bigint);
ALTER TABLE orders DROP COLUMN total;
ALTER TABLE orders ADD COLUMN total bigint;
ALTER TABLE orders RENAME TO orders_old;
ALTER TABLE orders_new RENAME TO orders;

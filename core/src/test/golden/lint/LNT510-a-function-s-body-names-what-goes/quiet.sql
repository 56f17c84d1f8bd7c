ALTER TABLE people DROP COLUMN total;
ALTER TABLE orders ADD COLUMN note text;
ALTER TABLE orders DROP COLUMN note;
ALTER TABLE orders RENAME COLUMN total TO amount;
CREATE OR REPLACE FUNCTION open_orders() RETURNS bigint LANGUAGE sql AS
  'SELECT count(*) FROM orders WHERE amount IS NULL';
DROP FUNCTION open_orders();
DROP TABLE orders;

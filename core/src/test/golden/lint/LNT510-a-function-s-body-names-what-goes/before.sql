CREATE TABLE orders (id bigint PRIMARY KEY, total int);
CREATE FUNCTION open_orders() RETURNS bigint LANGUAGE plpgsql AS $$
BEGIN
  RETURN (SELECT count(*) FROM orders WHERE total IS NULL);
END $$;
CREATE FUNCTION sum_of(price text DEFAULT 'total') RETURNS text LANGUAGE sql AS 'SELECT price';

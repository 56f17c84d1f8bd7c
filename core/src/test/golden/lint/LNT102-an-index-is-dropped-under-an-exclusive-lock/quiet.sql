DROP INDEX CONCURRENTLY users_email;
CREATE INDEX CONCURRENTLY orders_day ON orders (day);
DROP INDEX orders_day;

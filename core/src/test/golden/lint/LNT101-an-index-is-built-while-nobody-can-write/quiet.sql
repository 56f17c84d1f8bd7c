CREATE TABLE users (email text);
CREATE INDEX users_email ON users (email);
CREATE INDEX CONCURRENTLY orders_day ON orders (day);
CREATE MATERIALIZED VIEW totals AS SELECT 1 AS day;
CREATE UNIQUE INDEX ON totals (day);

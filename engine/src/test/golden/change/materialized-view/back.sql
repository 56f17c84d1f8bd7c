SET lock_timeout = '3s';

-- DropView
-- warning LNT407: Code that is running may use the materialized view `m`.
SET statement_timeout = '60s';
DROP MATERIALIZED VIEW "m";

SET lock_timeout = '3s';

-- Drop
-- warning LNT407: Code that is running may use the function `clear`.
SET statement_timeout = '60s';
DROP PROCEDURE "clear"(IN n integer);

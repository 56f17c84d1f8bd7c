SET lock_timeout = '3s';

BEGIN;

-- Drop
-- warning LNT407: Code that is running may use the function `total`.
SET statement_timeout = '60s';
DROP AGGREGATE "total"(integer);

-- Drop
-- warning LNT407: Code that is running may use the function `add_up`.
DROP FUNCTION "add_up"(a integer, b integer);

COMMIT;

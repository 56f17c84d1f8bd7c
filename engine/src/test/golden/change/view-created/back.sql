SET lock_timeout = '3s';

BEGIN;

-- DropView
-- warning LNT407: Code that is running may use the view `w`.
SET statement_timeout = '60s';
DROP VIEW "w";

-- DropView
-- warning LNT407: Code that is running may use the view `v`.
DROP VIEW "v";

COMMIT;

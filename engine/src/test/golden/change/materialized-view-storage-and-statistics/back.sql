SET lock_timeout = '3s';

BEGIN;

-- DropView
-- warning LNT407: Code that is running may use the materialized view `n`.
SET statement_timeout = '60s';
DROP MATERIALIZED VIEW "n";

-- AlterView
ALTER TABLE ONLY "m" ALTER COLUMN "id" RESET (n_distinct);

-- AlterView
ALTER TABLE ONLY "m" ALTER COLUMN "a" SET STORAGE DEFAULT;

-- AlterView
ALTER TABLE ONLY "m" ALTER COLUMN "a" SET STATISTICS -1;

COMMIT;

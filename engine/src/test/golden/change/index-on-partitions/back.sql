SET lock_timeout = '3s';

BEGIN;

-- DropIndex
-- warning LNT102: `DROP INDEX` waits for all that use the table of `log_id_idx`, and lets nobody in meanwhile.
SET statement_timeout = '60s';
DROP INDEX "log_id_idx";

-- DropIndex
-- warning LNT102: `DROP INDEX` waits for all that use the table of `log_key`, and lets nobody in meanwhile.
DROP INDEX "log_key";

COMMIT;

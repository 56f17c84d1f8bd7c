SET lock_timeout = '3s';

BEGIN;

-- DropIndex
-- warning LNT102: `DROP INDEX` waits for all that use the table of `users_email_key`, and lets nobody in meanwhile.
SET statement_timeout = '60s';
DROP INDEX "users_email_key";

-- DropIndex
-- warning LNT102: `DROP INDEX` waits for all that use the table of `users_name_idx`, and lets nobody in meanwhile.
DROP INDEX "users_name_idx";

COMMIT;

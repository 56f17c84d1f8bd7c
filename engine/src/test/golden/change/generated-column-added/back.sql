SET lock_timeout = '3s';

BEGIN;

-- DropIndex
-- warning LNT102: `DROP INDEX` waits for all that use the table of `users_shout_idx`, and lets nobody in meanwhile.
SET statement_timeout = '60s';
DROP INDEX "users_shout_idx";

-- AlterTable
ALTER TABLE "users" DROP COLUMN "shout";

COMMIT;

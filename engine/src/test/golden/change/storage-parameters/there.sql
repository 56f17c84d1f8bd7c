SET lock_timeout = '3s';

BEGIN;

-- AlterTable
SET statement_timeout = '60s';
ALTER TABLE "users" SET (fillfactor = 80);

-- AlterTable
ALTER TABLE "users" RESET (autovacuum_enabled);

COMMIT;

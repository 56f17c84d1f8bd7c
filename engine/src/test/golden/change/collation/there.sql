SET lock_timeout = '3s';

BEGIN;

-- CreateType
SET statement_timeout = '60s';
CREATE COLLATION "german" (PROVIDER = icu, LOCALE = 'de', DETERMINISTIC = false);

-- AlterTable
ALTER TABLE "users" ADD COLUMN "g" TEXT COLLATE "german";

COMMIT;

SET lock_timeout = '3s';

BEGIN;

-- AlterTable
SET statement_timeout = '60s';
ALTER TABLE ONLY "users" ALTER COLUMN "name" SET STORAGE DEFAULT;

-- AlterTable
ALTER TABLE ONLY "users" ALTER COLUMN "name" SET STATISTICS -1;

COMMIT;

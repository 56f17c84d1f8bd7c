SET lock_timeout = '3s';

BEGIN;

-- AlterTable
SET statement_timeout = '60s';
ALTER TABLE ONLY "users" ALTER COLUMN "name" SET STORAGE EXTERNAL;

-- AlterTable
ALTER TABLE ONLY "users" ALTER COLUMN "name" SET STATISTICS 500;

COMMIT;

SET lock_timeout = '3s';

-- AlterTable
SET statement_timeout = '60s';
ALTER TABLE "users" ADD CONSTRAINT "name_is_not_null" CHECK ("name" IS NOT NULL) NOT VALID;

-- AlterTable: SHARE UPDATE EXCLUSIVE lock, reads every row
SET statement_timeout = 0;
ALTER TABLE "users" VALIDATE CONSTRAINT "name_is_not_null";

BEGIN;

-- AlterTable
SET statement_timeout = '60s';
ALTER TABLE "users" ALTER COLUMN "name" SET NOT NULL;

-- AlterTable
ALTER TABLE "users" DROP CONSTRAINT "name_is_not_null";

COMMIT;

SET lock_timeout = '3s';

BEGIN;

-- AlterTable
SET statement_timeout = '60s';
ALTER TABLE "users" ADD COLUMN "age" INTEGER DEFAULT 7;

-- AlterTable
ALTER TABLE "users" ADD COLUMN "born" DATE;

-- Comment
COMMENT ON COLUMN "users"."born" IS 'birthday';

COMMIT;

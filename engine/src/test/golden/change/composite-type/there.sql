SET lock_timeout = '3s';

BEGIN;

-- CreateType
SET statement_timeout = '60s';
CREATE TYPE "place" AS ("x" INTEGER, "y" TEXT);

-- AlterTable
ALTER TABLE "users" ADD COLUMN "home" "place";

COMMIT;

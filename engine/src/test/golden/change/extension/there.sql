SET lock_timeout = '3s';

BEGIN;

-- CreateExtension
SET statement_timeout = '60s';
CREATE EXTENSION IF NOT EXISTS "citext";

-- CreateExtension
CREATE EXTENSION IF NOT EXISTS "pg_trgm";

-- AlterTable
ALTER TABLE "users" ADD COLUMN "c" CITEXT;

COMMIT;

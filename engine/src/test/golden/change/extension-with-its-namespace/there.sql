SET lock_timeout = '3s';

BEGIN;

-- CreateSchema
SET statement_timeout = '60s';
CREATE SCHEMA IF NOT EXISTS "third";

-- CreateExtension
CREATE EXTENSION IF NOT EXISTS "citext" WITH SCHEMA "third";

-- AlterTable
ALTER TABLE "public"."t" ADD COLUMN "name" "third".CITEXT;

COMMIT;

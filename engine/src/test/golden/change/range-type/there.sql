SET lock_timeout = '3s';

BEGIN;

-- CreateType
SET statement_timeout = '60s';
CREATE TYPE "spans" AS RANGE (SUBTYPE = double precision, MULTIRANGE_TYPE_NAME = spans_multirange);

-- AlterTable
ALTER TABLE "users" ADD COLUMN "s" "spans";

COMMIT;

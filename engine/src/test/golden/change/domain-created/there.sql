SET lock_timeout = '3s';

BEGIN;

-- CreateDomain
SET statement_timeout = '60s';
CREATE DOMAIN "short" AS TEXT
    CONSTRAINT "short_check" CHECK (length(VALUE) < 10);

-- AlterTable
ALTER TABLE "users" ADD COLUMN "s" "short";

COMMIT;

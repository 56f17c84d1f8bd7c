SET lock_timeout = '3s';

BEGIN;

-- DropConstraint
-- warning LNT119: Nobody can read or write `days` while `other_days` is detached.
SET statement_timeout = '60s';
ALTER TABLE "days" DETACH PARTITION "other_days";

-- DropConstraint
-- note LNT405: The constraint `days_n_check` of `other_days` no longer holds.
ALTER TABLE "other_days" DROP CONSTRAINT "days_n_check";

-- DropConstraint
-- note LNT405: The constraint `other_days_day_n_key` of `other_days` no longer holds.
ALTER TABLE "other_days" DROP CONSTRAINT "other_days_day_n_key";

-- AlterTable
ALTER TABLE "leaves" NO INHERIT "base";

-- DropConstraint
-- note LNT405: The constraint `positive` of `leaves` no longer holds.
ALTER TABLE "leaves" DROP CONSTRAINT "positive";

-- AlterTable
ALTER TABLE "joins" INHERIT "base";

COMMIT;

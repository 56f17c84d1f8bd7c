SET lock_timeout = '3s';

BEGIN;

-- Rename
SET statement_timeout = '60s';
ALTER TABLE "log" RENAME CONSTRAINT "size_is_positive" TO "size_positive";

-- Rename
ALTER TABLE "parent" RENAME CONSTRAINT "size_is_positive_of_parent" TO "size_positive_of_parent";

COMMIT;

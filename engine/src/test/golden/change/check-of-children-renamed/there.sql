SET lock_timeout = '3s';

BEGIN;

-- Rename
SET statement_timeout = '60s';
ALTER TABLE "log" RENAME CONSTRAINT "size_positive" TO "size_is_positive";

-- Rename
ALTER TABLE "parent" RENAME CONSTRAINT "size_positive_of_parent" TO "size_is_positive_of_parent";

COMMIT;

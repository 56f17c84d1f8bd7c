SET lock_timeout = '3s';

BEGIN;

-- CreateSequence
SET statement_timeout = '60s';
CREATE SEQUENCE "numbers" INCREMENT BY 2 START WITH 5;

-- AlterTable: ACCESS EXCLUSIVE lock, rewrites the table
-- warning LNT203: `nextval` may give each row another value, so all rows of `users` are written anew.
SET statement_timeout = 0;
ALTER TABLE "users" ADD COLUMN "n" BIGINT DEFAULT nextval('numbers'::regclass);

COMMIT;

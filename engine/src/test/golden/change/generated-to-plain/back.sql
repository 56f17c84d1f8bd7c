SET lock_timeout = '3s';

BEGIN;

-- AlterTable
SET statement_timeout = '60s';
ALTER TABLE "users" DROP COLUMN "shout";

-- AlterTable: ACCESS EXCLUSIVE lock, rewrites the table
-- warning LNT124: This goes over all rows of `users` while the transaction holds its lock on `users`.
-- warning LNT204: A stored generated column has all rows of `users` written anew.
SET statement_timeout = 0;
ALTER TABLE "users" ADD COLUMN "shout" TEXT GENERATED ALWAYS AS (upper(name)) STORED;

COMMIT;

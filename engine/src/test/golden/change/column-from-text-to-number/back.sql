SET lock_timeout = '3s';

BEGIN;

-- AlterTable
SET statement_timeout = '60s';
ALTER TABLE "users" ALTER COLUMN "n" DROP DEFAULT;

-- AlterTable: ACCESS EXCLUSIVE lock, rewrites the table
-- warning LNT124: This goes over all rows of `users` while the transaction holds its lock on `users`.
-- warning LNT201: From `integer` to `text`, all rows of `users` are written anew while nobody can read or write.
-- note LNT209: The planner's statistics of `users.n` are gone after this.
SET statement_timeout = 0;
ALTER TABLE "users" ALTER COLUMN "n" SET DATA TYPE TEXT USING "n"::TEXT;

-- AlterTable
SET statement_timeout = '60s';
ALTER TABLE "users" ALTER COLUMN "n" SET DEFAULT '5';

COMMIT;

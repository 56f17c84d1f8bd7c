SET lock_timeout = '3s';

BEGIN;

-- CreateEnum
SET statement_timeout = '60s';
CREATE TYPE "mood" AS ENUM ('sad', 'ok');

-- AlterTable
ALTER TABLE "users" ALTER COLUMN "m" DROP DEFAULT;

-- AlterTable: ACCESS EXCLUSIVE lock, rewrites the table
-- warning LNT124: This goes over all rows of `users` while the transaction holds its lock on `users`.
-- warning LNT201: From `text` to `mood`, all rows of `users` are written anew while nobody can read or write.
-- note LNT209: The planner's statistics of `users.m` are gone after this.
SET statement_timeout = 0;
ALTER TABLE "users" ALTER COLUMN "m" SET DATA TYPE "mood" USING "m"::text::"mood";

-- AlterTable
SET statement_timeout = '60s';
ALTER TABLE "users" ALTER COLUMN "m" SET DEFAULT 'ok';

COMMIT;

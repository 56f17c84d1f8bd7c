SET lock_timeout = '3s';

BEGIN;

-- DropIndex
-- warning LNT102: `DROP INDEX` waits for all that use the table of `in dex`, and lets nobody in meanwhile.
SET statement_timeout = '60s';
DROP INDEX "in dex";

-- AlterTable
-- note LNT404: Code that is running may not expect NULL in `odd "name".select`.
ALTER TABLE "odd ""name""" ALTER COLUMN "select" DROP NOT NULL;

-- AlterTable: ACCESS EXCLUSIVE lock, rewrites the table
-- warning LNT124: This goes over all rows of `odd "name"` while the transaction holds its lock on `odd "name"`.
-- warning LNT201: From `bigint` to `integer`, all rows of `odd "name"` are written anew while nobody can read or write.
-- note LNT209: The planner's statistics of `odd "name".select` are gone after this.
SET statement_timeout = 0;
ALTER TABLE "odd ""name""" ALTER COLUMN "select" SET DATA TYPE INTEGER USING "select"::INTEGER;

-- AlterTable
SET statement_timeout = '60s';
ALTER TABLE "odd ""name""" ALTER COLUMN "é, 'x'" DROP DEFAULT;

COMMIT;

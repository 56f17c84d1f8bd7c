SET lock_timeout = '3s';

BEGIN;

-- AlterTable: ACCESS EXCLUSIVE lock, rewrites the table
-- warning LNT201: From `integer` to `bigint`, all rows of `odd "name"` are written anew while nobody can read or write.
-- note LNT209: The planner's statistics of `odd "name".select` are gone after this.
SET statement_timeout = 0;
ALTER TABLE "odd ""name""" ALTER COLUMN "select" SET DATA TYPE BIGINT USING "select"::BIGINT;

-- AlterTable
SET statement_timeout = '60s';
ALTER TABLE "odd ""name""" ADD CONSTRAINT "select_is_not_null" CHECK ("select" IS NOT NULL) NOT VALID;

COMMIT;

-- AlterTable: SHARE UPDATE EXCLUSIVE lock, reads every row
SET statement_timeout = 0;
ALTER TABLE "odd ""name""" VALIDATE CONSTRAINT "select_is_not_null";

BEGIN;

-- AlterTable
SET statement_timeout = '60s';
ALTER TABLE "odd ""name""" ALTER COLUMN "select" SET NOT NULL;

-- AlterTable
ALTER TABLE "odd ""name""" DROP CONSTRAINT "select_is_not_null";

-- AlterTable
ALTER TABLE "odd ""name""" ALTER COLUMN "é, 'x'" SET DEFAULT 'a\b
c';

COMMIT;

-- CreateIndex: SHARE UPDATE EXCLUSIVE lock, builds an index
SET lock_timeout = 0;
SET statement_timeout = 0;
CREATE INDEX CONCURRENTLY "in dex" ON "odd ""name"""("é, 'x'");

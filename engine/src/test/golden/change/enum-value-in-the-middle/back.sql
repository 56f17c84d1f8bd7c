SET lock_timeout = '3s';

BEGIN;

-- DropView
SET statement_timeout = '60s';
DROP VIEW "happy";

-- AlterTable
ALTER TABLE "p" ALTER COLUMN "m" DROP DEFAULT;

-- AlterEnum
ALTER TYPE "mood" RENAME TO "mood_old";

-- AlterEnum
CREATE TYPE "mood" AS ENUM ('sad', 'ok');

-- AlterEnum: ACCESS EXCLUSIVE lock, rewrites the table
-- warning LNT124: This goes over all rows of `p` while the transaction holds its lock on `p`.
-- warning LNT201: From `mood_old` to `mood`, all rows of `p` are written anew while nobody can read or write.
-- note LNT209: The planner's statistics of `p.m` are gone after this.
SET statement_timeout = 0;
ALTER TABLE "p" ALTER COLUMN "m" SET DATA TYPE "mood" USING "m"::text::"mood";

-- AlterEnum
SET statement_timeout = '60s';
DROP TYPE "mood_old";

-- AlterTable
ALTER TABLE "p" ALTER COLUMN "m" SET DEFAULT 'ok';

-- CreateView
CREATE VIEW "happy" AS
SELECT id,
    m
   FROM p
  WHERE (m = 'ok'::mood);

COMMIT;

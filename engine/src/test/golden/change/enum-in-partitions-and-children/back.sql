SET lock_timeout = '3s';

BEGIN;

-- AlterTable
SET statement_timeout = '60s';
ALTER TABLE "p" ALTER COLUMN "m" DROP DEFAULT;

-- AlterTable
-- note LNT406: Code that is running may rely on the default of `p_b.m`.
ALTER TABLE "p_b" ALTER COLUMN "m" DROP DEFAULT;

-- AlterEnum
ALTER TYPE "mood" RENAME TO "mood_old";

-- AlterEnum
CREATE TYPE "mood" AS ENUM ('a', 'b', 'c');

-- AlterEnum: ACCESS EXCLUSIVE lock, rewrites the table
-- warning LNT124: This goes over all rows of `base` while the transaction holds its lock on `p`.
-- warning LNT201: From `mood_old` to `mood`, all rows of `base` are written anew while nobody can read or write.
-- note LNT209: The planner's statistics of `base.m` are gone after this.
SET statement_timeout = 0;
ALTER TABLE "base" ALTER COLUMN "m" SET DATA TYPE "mood" USING "m"::text::"mood";

-- AlterEnum: ACCESS EXCLUSIVE lock, rewrites the table
-- warning LNT201: From `mood_old` to `mood`, all rows of `p` are written anew while nobody can read or write.
-- note LNT209: The planner's statistics of `p.m` are gone after this.
ALTER TABLE "p" ALTER COLUMN "m" SET DATA TYPE "mood" USING "m"::text::"mood";

-- AlterEnum
SET statement_timeout = '60s';
DROP TYPE "mood_old";

-- AlterTable
ALTER TABLE "p" ALTER COLUMN "m" SET DEFAULT 'a';

COMMIT;

SET lock_timeout = '3s';

BEGIN;

-- AlterEnum
SET statement_timeout = '60s';
ALTER TYPE "place" RENAME TO "place_old";

-- AlterEnum
CREATE TYPE "place" AS ("x" BIGINT, "y" TEXT);

-- AlterEnum: ACCESS EXCLUSIVE lock, rewrites the table
-- warning LNT201: From `place_old` to `place`, all rows of `t` are written anew while nobody can read or write.
-- note LNT209: The planner's statistics of `t.p` are gone after this.
SET statement_timeout = 0;
ALTER TABLE "t" ALTER COLUMN "p" SET DATA TYPE "place" USING CASE WHEN "p" IS NULL THEN NULL ELSE ROW(("p")."x", ("p")."y")::"place" END;

-- AlterType
SET statement_timeout = '60s';
ALTER TYPE "place" DROP ATTRIBUTE "y";

-- AlterType
ALTER TYPE "place" ADD ATTRIBUTE "z" DATE;

-- AlterEnum
DROP TYPE "place_old";

COMMIT;

SET lock_timeout = '3s';

BEGIN;

-- Set
SET statement_timeout = '60s';
SET check_function_bodies = off;

-- DropView
DROP VIEW "v";

-- Drop
DROP FUNCTION "f"(md, comp);

-- AlterTable
ALTER TABLE "t" ALTER COLUMN "x" DROP DEFAULT;

COMMIT;

-- DropIndex
SET lock_timeout = 0;
SET statement_timeout = 0;
DROP INDEX CONCURRENTLY "t_m_idx";

BEGIN;

-- AlterEnum
SET lock_timeout = '3s';
SET statement_timeout = '60s';
ALTER TYPE "mood" RENAME TO "mood_old";

-- AlterDomain
ALTER DOMAIN "mds" RENAME TO "mds_old";

-- AlterDomain
ALTER DOMAIN "md" RENAME TO "md_old";

-- AlterDomain
ALTER DOMAIN "mdd" RENAME TO "mdd_old";

-- AlterEnum
ALTER TYPE "other" RENAME TO "other_old";

-- AlterEnum
ALTER TYPE "comp" RENAME TO "comp_old";

-- AlterEnum
CREATE TYPE "mood" AS ENUM ('c', 'b');

-- AlterDomain
CREATE DOMAIN "mds" AS "mood"[]
    CONSTRAINT "mds_check" CHECK (cardinality(VALUE) < 5);

-- AlterDomain
CREATE DOMAIN "md" AS "mood" DEFAULT 'b' NOT NULL
    CONSTRAINT "md_check" CHECK (VALUE <> 'c'::mood)
    CONSTRAINT "more" CHECK (VALUE IS NOT NULL);

-- AlterDomain
CREATE DOMAIN "mdd" AS "md" DEFAULT 'b'::mood
    CONSTRAINT "mdd_check" CHECK ((VALUE)::mood <> 'c'::mood);

-- AlterEnum
CREATE TYPE "other" AS ENUM ('z', 'y');

-- AlterEnum
CREATE TYPE "comp" AS ("m" "md", "o" "other", "ms" "mood"[], "n" INTEGER);

-- AlterDomain: ACCESS EXCLUSIVE lock, rewrites the table
SET statement_timeout = 0;
ALTER TABLE "t" ALTER COLUMN "ms" SET DATA TYPE "mds" USING "ms"::text::"mds";

-- AlterDomain: ACCESS EXCLUSIVE lock, rewrites the table
ALTER TABLE "t" ALTER COLUMN "m" SET DATA TYPE "md" USING "m"::text::"md";

-- AlterDomain: ACCESS EXCLUSIVE lock, rewrites the table
ALTER TABLE "t" ALTER COLUMN "x" SET DATA TYPE "md"[] USING "x"::text[]::"md"[];

-- AlterDomain: ACCESS EXCLUSIVE lock, rewrites the table
ALTER TABLE "t" ALTER COLUMN "d" SET DATA TYPE "mdd" USING "d"::text::"mdd";

-- AlterEnum: ACCESS EXCLUSIVE lock, rewrites the table
-- warning LNT124: This goes over all rows of `t` while the transaction holds its lock on `t`.
-- note LNT125: This is not the first `ALTER TABLE` here that goes over all rows of `t`.
-- warning LNT201: From `other_old` to `other`, all rows of `t` are written anew while nobody can read or write.
-- note LNT209: The planner's statistics of `t.o` are gone after this.
ALTER TABLE "t" ALTER COLUMN "o" SET DATA TYPE "other" USING "o"::text::"other";

-- AlterEnum: ACCESS EXCLUSIVE lock, rewrites the table
-- note LNT125: This is not the first `ALTER TABLE` here that goes over all rows of `t`.
-- warning LNT201: From `comp_old` to `comp`, all rows of `t` are written anew while nobody can read or write.
-- note LNT209: The planner's statistics of `t.c` are gone after this.
ALTER TABLE "t" ALTER COLUMN "c" SET DATA TYPE "comp" USING CASE WHEN "c" IS NULL THEN NULL ELSE ROW(("c")."m"::text, ("c")."o"::text, ("c")."ms"::text[], ("c")."n")::"comp" END;

-- AlterEnum: ACCESS EXCLUSIVE lock, rewrites the table
-- note LNT125: This is not the first `ALTER TABLE` here that goes over all rows of `t`.
-- warning LNT201: From `comp_old[]` to `comp[]`, all rows of `t` are written anew while nobody can read or write.
-- note LNT209: The planner's statistics of `t.cs` are gone after this.
ALTER TABLE "t" ALTER COLUMN "cs" SET DATA TYPE "comp"[] USING "cs"::text[]::"comp"[];

-- AlterEnum
SET statement_timeout = '60s';
DROP TYPE "comp_old";

-- AlterEnum
DROP TYPE "other_old";

-- AlterDomain
DROP DOMAIN "mdd_old";

-- AlterDomain
DROP DOMAIN "md_old";

-- AlterDomain
DROP DOMAIN "mds_old";

-- AlterEnum
DROP TYPE "mood_old";

-- CreateFunction
CREATE FUNCTION "f"(md, comp)
 RETURNS mood
 LANGUAGE sql
AS $function$select null::mood$function$;

-- AlterTable
ALTER TABLE "t" ALTER COLUMN "x" SET DEFAULT '{b}';

-- CreateView
CREATE VIEW "v" AS
SELECT m,
    (c).o AS o
   FROM t
  WHERE ((m)::mood = 'b'::mood);

COMMIT;

-- CreateIndex: SHARE UPDATE EXCLUSIVE lock, builds an index
SET lock_timeout = 0;
SET statement_timeout = 0;
CREATE INDEX CONCURRENTLY "t_m_idx" ON "t"("m") WHERE ((m)::mood = 'b'::mood);

BEGIN;

-- Comment
SET lock_timeout = '3s';
SET statement_timeout = '60s';
COMMENT ON TYPE "comp" IS 'comp';

-- Comment
COMMENT ON COLUMN "comp"."m" IS 'm';

-- Comment
COMMENT ON DOMAIN "md" IS 'dom';

COMMIT;

SET lock_timeout = '3s';

BEGIN;

-- DropView
SET statement_timeout = '60s';
DROP VIEW "happy";

-- DropConstraint
ALTER TABLE "p" DROP CONSTRAINT "c";

-- AlterTable
ALTER TABLE "p" ALTER COLUMN "m" DROP DEFAULT;

-- AlterTable
ALTER TABLE "p" ALTER COLUMN "all_moods" DROP DEFAULT;

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

-- AlterEnum: ACCESS EXCLUSIVE lock, rewrites the table
-- note LNT125: This is not the first `ALTER TABLE` here that goes over all rows of `p`.
-- warning LNT201: From `mood_old[]` to `mood[]`, all rows of `p` are written anew while nobody can read or write.
-- note LNT209: The planner's statistics of `p.all_moods` are gone after this.
ALTER TABLE "p" ALTER COLUMN "all_moods" SET DATA TYPE "mood"[] USING "all_moods"::text[]::"mood"[];

-- AlterEnum
SET statement_timeout = '60s';
DROP TYPE "mood_old";

-- AlterTable
ALTER TABLE "p" ALTER COLUMN "m" SET DEFAULT 'ok';

-- AlterTable
ALTER TABLE "p" ALTER COLUMN "all_moods" SET DEFAULT '{sad,ok}';

-- AddConstraint
ALTER TABLE "p" ADD CONSTRAINT "c" CHECK (m <> 'sad'::mood) NOT VALID;

-- CreateView
CREATE VIEW "happy" AS
SELECT id,
    m
   FROM p
  WHERE (m = 'ok'::mood);

COMMIT;

-- AlterTable: SHARE UPDATE EXCLUSIVE lock, reads every row
SET statement_timeout = 0;
ALTER TABLE "p" VALIDATE CONSTRAINT "c";

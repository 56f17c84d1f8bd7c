-- DropView
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

-- AlterEnum
ALTER TABLE "p" ALTER COLUMN "m" SET DATA TYPE "mood" USING "m"::text::"mood";

-- AlterEnum
ALTER TABLE "p" ALTER COLUMN "all_moods" SET DATA TYPE "mood"[] USING "all_moods"::text[]::"mood"[];

-- AlterEnum
DROP TYPE "mood_old";

-- AlterTable
ALTER TABLE "p" ALTER COLUMN "m" SET DEFAULT 'ok';

-- AlterTable
ALTER TABLE "p" ALTER COLUMN "all_moods" SET DEFAULT '{sad,ok}';

-- AddConstraint
ALTER TABLE "p" ADD CONSTRAINT "c" CHECK (m <> 'sad'::mood) NOT VALID;

-- AlterTable
ALTER TABLE "p" VALIDATE CONSTRAINT "c";

-- CreateView
CREATE VIEW "happy" AS
SELECT id,
    m
   FROM p
  WHERE (m = 'ok'::mood);

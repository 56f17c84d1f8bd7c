-- DropView
DROP VIEW "happy";

-- AlterTable
ALTER TABLE "p" ALTER COLUMN "m" DROP DEFAULT;

-- AlterEnum
ALTER TYPE "mood" RENAME TO "mood_old";

-- AlterEnum
CREATE TYPE "mood" AS ENUM ('sad', 'ok');

-- AlterEnum
ALTER TABLE "p" ALTER COLUMN "m" SET DATA TYPE "mood" USING "m"::text::"mood";

-- AlterEnum
DROP TYPE "mood_old";

-- AlterTable
ALTER TABLE "p" ALTER COLUMN "m" SET DEFAULT 'ok';

-- CreateView
CREATE VIEW "happy" AS
SELECT id,
    m
   FROM p
  WHERE (m = 'ok'::mood);

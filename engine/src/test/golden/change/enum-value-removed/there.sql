-- AlterTable
ALTER TABLE "p" ALTER COLUMN "m" DROP DEFAULT;

-- AlterTable
ALTER TABLE "p" ALTER COLUMN "all_moods" DROP DEFAULT;

-- AlterEnum
ALTER TYPE "mood" RENAME TO "mood_old";

-- AlterEnum
CREATE TYPE "mood" AS ENUM ('sad', 'ok');

-- AlterEnum
ALTER TABLE "p" ALTER COLUMN "m" DROP DEFAULT;

-- AlterEnum
ALTER TABLE "p" ALTER COLUMN "m" SET DATA TYPE "mood" USING "m"::text::"mood";

-- AlterEnum
ALTER TABLE "p" ALTER COLUMN "m" SET DEFAULT 'ok';

-- AlterEnum
ALTER TABLE "p" ALTER COLUMN "all_moods" DROP DEFAULT;

-- AlterEnum
ALTER TABLE "p" ALTER COLUMN "all_moods" SET DATA TYPE "mood"[] USING "all_moods"::text[]::"mood"[];

-- AlterEnum
ALTER TABLE "p" ALTER COLUMN "all_moods" SET DEFAULT '{sad,ok}';

-- AlterEnum
DROP TYPE "mood_old";

-- AlterTable
ALTER TABLE "p" ALTER COLUMN "m" SET DEFAULT 'ok';

-- AlterTable
ALTER TABLE "p" ALTER COLUMN "all_moods" SET DEFAULT '{sad,ok}';

-- AlterTable
ALTER TABLE "users" ALTER COLUMN "m" DROP DEFAULT;

-- AlterTable
ALTER TABLE "users" ALTER COLUMN "m" SET DEFAULT 'ok';

-- AlterTable
ALTER TABLE "users" ALTER COLUMN "m" DROP DEFAULT;

-- AlterTable
ALTER TABLE "users" ALTER COLUMN "m" SET DATA TYPE TEXT USING "m"::text::TEXT;

-- AlterTable
ALTER TABLE "users" ALTER COLUMN "m" SET DEFAULT 'ok';

-- DropEnum
DROP TYPE "mood";

-- CreateEnum
CREATE TYPE "mood" AS ENUM ('sad', 'ok');

-- AlterTable
ALTER TABLE "users" ALTER COLUMN "m" DROP DEFAULT;

-- AlterTable
ALTER TABLE "users" ALTER COLUMN "m" SET DATA TYPE "mood" USING "m"::text::"mood";

-- AlterTable
ALTER TABLE "users" ALTER COLUMN "m" SET DEFAULT 'ok';

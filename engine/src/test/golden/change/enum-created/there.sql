-- CreateEnum
CREATE TYPE "mood" AS ENUM ('sad', 'ok');

-- AlterTable
ALTER TABLE "users" ADD COLUMN "m" "mood" NOT NULL DEFAULT 'ok';

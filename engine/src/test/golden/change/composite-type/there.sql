-- CreateType
CREATE TYPE "place" AS ("x" INTEGER, "y" TEXT);

-- AlterTable
ALTER TABLE "users" ADD COLUMN "home" "place";

-- AlterTable
ALTER TABLE "users" DROP COLUMN "m";

-- DropEnum
DROP TYPE "mood";

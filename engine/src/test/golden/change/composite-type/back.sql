-- AlterTable
ALTER TABLE "users" DROP COLUMN "home";

-- DropType
DROP TYPE "place";

-- AlterTable
ALTER TABLE "users" DROP COLUMN "s";

-- DropType
DROP TYPE "spans";

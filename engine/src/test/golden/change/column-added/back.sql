-- AlterTable
ALTER TABLE "users" DROP COLUMN "age";

-- AlterTable
ALTER TABLE "users" DROP COLUMN "born";

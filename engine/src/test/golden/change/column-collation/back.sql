-- DropIndex
DROP INDEX "users_name_idx";

-- AlterTable
ALTER TABLE "users" ALTER COLUMN "name" SET DATA TYPE TEXT;

-- DropIndex
DROP INDEX "users_shout_idx";

-- AlterTable
ALTER TABLE "users" DROP COLUMN "shout";

-- AlterTable
ALTER TABLE "users" DROP COLUMN "s";

-- DropDomain
DROP DOMAIN "short";

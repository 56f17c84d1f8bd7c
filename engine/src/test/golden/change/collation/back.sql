-- AlterTable
ALTER TABLE "users" DROP COLUMN "g";

-- DropType
DROP COLLATION "german";

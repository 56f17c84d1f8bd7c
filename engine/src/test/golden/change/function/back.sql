-- DropConstraint
ALTER TABLE "users" DROP CONSTRAINT "c";

-- AlterTable
ALTER TABLE "users" DROP COLUMN "t";

-- Drop
DROP FUNCTION "twice"(n integer);

-- AlterTable
ALTER TABLE "users" DROP COLUMN "n";

-- DropSequence
DROP SEQUENCE "numbers";

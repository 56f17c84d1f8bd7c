-- DropForeignKey
ALTER TABLE "a" DROP CONSTRAINT "a_b_fkey";

-- DropForeignKey
ALTER TABLE "b" DROP CONSTRAINT "b_a_fkey";

-- DropTable
DROP TABLE "a";

-- DropTable
DROP TABLE "b";

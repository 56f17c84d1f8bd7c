-- DropForeignKey
ALTER TABLE "o" DROP CONSTRAINT "o_t_fkey";

-- DropView
DROP VIEW "v";

-- DropTable
DROP TABLE "o";

-- DropTable
DROP TABLE "t";

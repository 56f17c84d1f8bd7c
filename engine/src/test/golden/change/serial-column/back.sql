-- AlterTable
ALTER TABLE "t" ALTER COLUMN "id" DROP DEFAULT;

-- AlterTable
DROP SEQUENCE "t_id_seq";

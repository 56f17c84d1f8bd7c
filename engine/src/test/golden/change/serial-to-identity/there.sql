-- AlterTable
ALTER TABLE "t" ALTER COLUMN "id" DROP DEFAULT;

-- AlterTable
DROP SEQUENCE "t_id_seq";

-- AlterTable
ALTER TABLE "t" ALTER COLUMN "id" ADD GENERATED ALWAYS AS IDENTITY;

-- AlterTable
SELECT setval('"t_id_seq"', COALESCE(MAX("id"), 0) + 1, false) FROM "t";

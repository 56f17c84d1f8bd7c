SET lock_timeout = '3s';

BEGIN;

-- AlterTable
-- note LNT406: Code that is running may rely on the default of `t.id`.
SET statement_timeout = '60s';
ALTER TABLE "t" ALTER COLUMN "id" DROP DEFAULT;

-- AlterTable
DROP SEQUENCE "t_id_seq";

-- AlterTable
ALTER TABLE "t" ALTER COLUMN "id" ADD GENERATED ALWAYS AS IDENTITY;

-- AlterTable: no lock, reads every row
SET statement_timeout = 0;
SELECT setval('"t_id_seq"', COALESCE(MAX("id"), 0) + 1, false) FROM "t";

COMMIT;

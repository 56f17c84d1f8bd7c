SET lock_timeout = '3s';

BEGIN;

-- AlterTable
-- note LNT406: Code that is running may rely on the default of `t.id`.
SET statement_timeout = '60s';
ALTER TABLE "t" ALTER COLUMN "id" DROP DEFAULT;

-- AlterTable
DROP SEQUENCE "t_id_seq";

COMMIT;

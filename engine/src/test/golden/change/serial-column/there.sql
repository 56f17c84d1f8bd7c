SET lock_timeout = '3s';

BEGIN;

-- AlterTable
SET statement_timeout = '60s';
CREATE SEQUENCE "t_id_seq" AS integer;

-- AlterTable
ALTER TABLE "t" ALTER COLUMN "id" SET DEFAULT nextval('"t_id_seq"'::regclass);

-- OwnSequence
ALTER SEQUENCE "t_id_seq" OWNED BY "t"."id";

-- AlterTable: no lock, reads every row
SET statement_timeout = 0;
SELECT setval('"t_id_seq"', COALESCE(MAX("id"), 0) + 1, false) FROM "t";

COMMIT;

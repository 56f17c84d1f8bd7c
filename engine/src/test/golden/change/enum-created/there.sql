SET lock_timeout = '3s';

BEGIN;

-- CreateEnum
SET statement_timeout = '60s';
CREATE TYPE "mood" AS ENUM ('sad', 'ok');

-- AlterTable
ALTER TABLE "users" ADD COLUMN "m" "mood" NOT NULL DEFAULT 'ok';

COMMIT;

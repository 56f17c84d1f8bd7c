SET lock_timeout = '3s';

BEGIN;

-- DropConstraint
SET statement_timeout = '60s';
ALTER TABLE "users" DROP CONSTRAINT "named";

-- AddConstraint
ALTER TABLE "users" ADD CONSTRAINT "named" CHECK (length(name) > 1) NOT VALID;

COMMIT;

-- AlterTable: SHARE UPDATE EXCLUSIVE lock, reads every row
SET statement_timeout = 0;
ALTER TABLE "users" VALIDATE CONSTRAINT "named";

SET lock_timeout = '3s';

-- AddConstraint
SET statement_timeout = '60s';
ALTER TABLE "users" ADD CONSTRAINT "named" CHECK (name <> ''::text) NOT VALID;

-- AlterTable: SHARE UPDATE EXCLUSIVE lock, reads every row
SET statement_timeout = 0;
ALTER TABLE "users" VALIDATE CONSTRAINT "named";

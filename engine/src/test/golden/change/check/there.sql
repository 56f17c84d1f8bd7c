-- AddConstraint
ALTER TABLE "users" ADD CONSTRAINT "named" CHECK (name <> ''::text) NOT VALID;

-- AlterTable
ALTER TABLE "users" VALIDATE CONSTRAINT "named";

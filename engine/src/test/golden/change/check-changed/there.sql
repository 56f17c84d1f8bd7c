-- DropConstraint
ALTER TABLE "users" DROP CONSTRAINT "named";

-- AddConstraint
ALTER TABLE "users" ADD CONSTRAINT "named" CHECK (length(name) > 1) NOT VALID;

-- AlterTable
ALTER TABLE "users" VALIDATE CONSTRAINT "named";

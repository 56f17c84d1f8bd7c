-- DropConstraint
ALTER TABLE "users" DROP CONSTRAINT "one_email";

-- AddConstraint
ALTER TABLE "users" ADD CONSTRAINT "one_email" UNIQUE ("email");

-- DropConstraint
ALTER TABLE "users" DROP CONSTRAINT "one_name";

-- AddConstraint
ALTER TABLE "users" ADD CONSTRAINT "one_name" UNIQUE ("name");

-- DropConstraint
ALTER TABLE "users" DROP CONSTRAINT "named";

-- AddConstraint
ALTER TABLE "users" ADD CONSTRAINT "named" CHECK (name <> ''::text);

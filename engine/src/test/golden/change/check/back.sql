-- DropConstraint
ALTER TABLE "users" DROP CONSTRAINT "named";

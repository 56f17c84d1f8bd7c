-- DropConstraint
ALTER TABLE "users" DROP CONSTRAINT "one_email";

-- DropConstraint
ALTER TABLE "users" DROP CONSTRAINT "users_name_email_key";

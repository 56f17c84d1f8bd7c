-- DropIndex
DROP INDEX "users_email_key";

-- DropIndex
DROP INDEX "users_name_idx";

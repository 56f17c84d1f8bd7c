-- AlterTable
ALTER TABLE "users" ADD CONSTRAINT "name_is_not_null" CHECK ("name" IS NOT NULL) NOT VALID;

-- AlterTable
ALTER TABLE "users" VALIDATE CONSTRAINT "name_is_not_null";

-- AlterTable
ALTER TABLE "users" ALTER COLUMN "name" SET NOT NULL;

-- AlterTable
ALTER TABLE "users" DROP CONSTRAINT "name_is_not_null";

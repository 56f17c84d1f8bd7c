-- AlterTable
ALTER TABLE "posts" VALIDATE CONSTRAINT "fk";

-- AlterTable
ALTER TABLE "users" VALIDATE CONSTRAINT "named";

-- AlterTable
ALTER TABLE "staff" INHERIT "users";

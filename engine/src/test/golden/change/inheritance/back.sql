-- AlterTable
ALTER TABLE "staff" NO INHERIT "users";

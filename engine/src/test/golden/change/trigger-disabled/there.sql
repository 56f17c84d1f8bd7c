-- AlterTable
ALTER TABLE "users" DISABLE TRIGGER "t";

-- AlterTable
ALTER TABLE "users" ENABLE TRIGGER "t";

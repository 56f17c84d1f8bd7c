-- AlterTable
ALTER TABLE "users" SET LOGGED;

SET lock_timeout = '3s';

-- AlterTable: SHARE UPDATE EXCLUSIVE lock, reads every row
SET statement_timeout = 0;
ALTER TABLE "posts" VALIDATE CONSTRAINT "fk";

-- AlterTable: SHARE UPDATE EXCLUSIVE lock, reads every row
ALTER TABLE "users" VALIDATE CONSTRAINT "named";

SET lock_timeout = '3s';

-- AlterTable
SET statement_timeout = '60s';
ALTER TABLE "staff" INHERIT "users";

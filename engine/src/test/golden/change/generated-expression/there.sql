SET lock_timeout = '3s';

-- AlterTable: ACCESS EXCLUSIVE lock, rewrites the table
SET statement_timeout = 0;
ALTER TABLE "users" ALTER COLUMN "shout" SET EXPRESSION AS (upper(name) || '!'::text);

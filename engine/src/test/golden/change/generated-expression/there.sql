-- AlterTable
ALTER TABLE "users" ALTER COLUMN "shout" SET EXPRESSION AS (upper(name) || '!'::text);

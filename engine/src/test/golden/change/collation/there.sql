-- CreateType
CREATE COLLATION "german" (PROVIDER = icu, LOCALE = 'de', DETERMINISTIC = false);

-- AlterTable
ALTER TABLE "users" ADD COLUMN "g" TEXT COLLATE "german";

-- AlterTable
ALTER TABLE "users" DROP COLUMN "shout";

-- AlterTable
ALTER TABLE "users" ADD COLUMN "shout" TEXT GENERATED ALWAYS AS (upper(name)) STORED;

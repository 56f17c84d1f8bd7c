-- AlterTable
ALTER TABLE "users" ALTER COLUMN "email" DROP DEFAULT;

-- AlterTable
ALTER TABLE "users" ALTER COLUMN "name" SET DEFAULT 'x';

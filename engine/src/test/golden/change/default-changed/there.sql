-- AlterTable
ALTER TABLE "users" ALTER COLUMN "email" SET DEFAULT 'none';

-- AlterTable
ALTER TABLE "users" ALTER COLUMN "name" SET DEFAULT 'y';

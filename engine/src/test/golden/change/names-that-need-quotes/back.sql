-- DropIndex
DROP INDEX "in dex";

-- AlterTable
ALTER TABLE "odd ""name""" ALTER COLUMN "select" DROP NOT NULL;

-- AlterTable
ALTER TABLE "odd ""name""" ALTER COLUMN "select" SET DATA TYPE INTEGER USING "select"::INTEGER;

-- AlterTable
ALTER TABLE "odd ""name""" ALTER COLUMN "é, 'x'" DROP DEFAULT;

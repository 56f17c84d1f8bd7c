-- AlterTable
ALTER TABLE "odd ""name""" ALTER COLUMN "select" SET DATA TYPE BIGINT USING "select"::BIGINT;

-- AlterTable
ALTER TABLE "odd ""name""" ADD CONSTRAINT "select_is_not_null" CHECK ("select" IS NOT NULL) NOT VALID;

-- AlterTable
ALTER TABLE "odd ""name""" VALIDATE CONSTRAINT "select_is_not_null";

-- AlterTable
ALTER TABLE "odd ""name""" ALTER COLUMN "select" SET NOT NULL;

-- AlterTable
ALTER TABLE "odd ""name""" DROP CONSTRAINT "select_is_not_null";

-- AlterTable
ALTER TABLE "odd ""name""" ALTER COLUMN "é, 'x'" SET DEFAULT 'a\b
c';

-- CreateIndex
CREATE INDEX CONCURRENTLY "in dex" ON "odd ""name"""("é, 'x'");

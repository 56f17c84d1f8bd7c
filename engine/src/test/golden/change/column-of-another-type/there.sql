-- DropView
DROP VIEW "grown";

-- AlterTable
ALTER TABLE "users" ALTER COLUMN "n" DROP DEFAULT;

-- AlterTable
ALTER TABLE "users" ALTER COLUMN "n" SET DATA TYPE BIGINT USING "n"::BIGINT;

-- AlterTable
ALTER TABLE "users" ALTER COLUMN "n" SET DEFAULT 5;

-- CreateView
CREATE VIEW "grown" AS
SELECT id,
    n
   FROM users
  WHERE (n > 1);

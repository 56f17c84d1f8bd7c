-- DropView
DROP VIEW "v";

-- AlterDomain
ALTER DOMAIN "short" RENAME TO "short_old";

-- AlterDomain
CREATE DOMAIN "short" AS TEXT;

-- AlterDomain
ALTER TABLE "users" ALTER COLUMN "s" SET DATA TYPE "short" USING "s"::"short";

-- AlterDomain
DROP DOMAIN "short_old";

-- CreateView
CREATE VIEW "v" AS
SELECT s
   FROM users;

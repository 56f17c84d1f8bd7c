SET lock_timeout = '3s';

BEGIN;

-- DropView
SET statement_timeout = '60s';
DROP VIEW "v";

-- AlterDomain
ALTER DOMAIN "short" RENAME TO "short_old";

-- AlterDomain
CREATE DOMAIN "short" AS VARCHAR(5);

-- AlterDomain: ACCESS EXCLUSIVE lock, rewrites the table
SET statement_timeout = 0;
ALTER TABLE "users" ALTER COLUMN "s" SET DATA TYPE "short" USING "s"::"short";

-- AlterDomain
SET statement_timeout = '60s';
DROP DOMAIN "short_old";

-- CreateView
CREATE VIEW "v" AS
SELECT s
   FROM users;

COMMIT;

SET lock_timeout = '3s';

BEGIN;

-- DropView
SET statement_timeout = '60s';
DROP VIEW "v";

-- AlterTable
ALTER TABLE "users" ALTER COLUMN "email" SET DATA TYPE TEXT;

-- AlterTable
ALTER TABLE "users" ADD CONSTRAINT "name_is_not_null" CHECK ("name" IS NOT NULL) NOT VALID;

-- CreateView
CREATE VIEW "v" AS
SELECT email
   FROM users;

COMMIT;

-- AlterTable: SHARE UPDATE EXCLUSIVE lock, reads every row
SET statement_timeout = 0;
ALTER TABLE "users" VALIDATE CONSTRAINT "name_is_not_null";

BEGIN;

-- AlterTable
SET statement_timeout = '60s';
ALTER TABLE "users" ALTER COLUMN "name" SET NOT NULL;

-- AlterTable
ALTER TABLE "users" DROP CONSTRAINT "name_is_not_null";

-- AddConstraint
ALTER TABLE "users" ADD CONSTRAINT "named" CHECK (name <> ''::text) NOT VALID;

COMMIT;

-- AlterTable: SHARE UPDATE EXCLUSIVE lock, reads every row
SET statement_timeout = 0;
ALTER TABLE "users" VALIDATE CONSTRAINT "named";

-- CreateIndex: SHARE UPDATE EXCLUSIVE lock, builds an index
SET lock_timeout = 0;
CREATE INDEX CONCURRENTLY "users_name" ON "users"("name");

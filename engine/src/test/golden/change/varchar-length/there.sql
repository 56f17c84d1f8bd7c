SET lock_timeout = '3s';

BEGIN;

-- DropView
SET statement_timeout = '60s';
DROP VIEW "v";

-- AlterTable
ALTER TABLE "users" ALTER COLUMN "email" SET DATA TYPE VARCHAR(80);

-- CreateView
CREATE VIEW "v" AS
SELECT email
   FROM users;

COMMIT;

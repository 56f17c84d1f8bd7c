SET lock_timeout = '3s';

BEGIN;

-- AlterTable
SET statement_timeout = '60s';
ALTER TABLE "users" DROP COLUMN "g";

-- DropType
DROP COLLATION "german";

COMMIT;

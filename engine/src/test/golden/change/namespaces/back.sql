SET lock_timeout = '3s';

BEGIN;

-- DropTable
SET statement_timeout = '60s';
DROP TABLE "audit"."log";

-- DropEnum
DROP TYPE "audit"."kind";

-- DropSchema
DROP SCHEMA "audit";

COMMIT;

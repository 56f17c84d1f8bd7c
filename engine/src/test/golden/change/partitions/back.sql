SET lock_timeout = '3s';

BEGIN;

-- DropTable
SET statement_timeout = '60s';
DROP TABLE "log_2024";

-- DropTable
DROP TABLE "log_rest";

-- DropTable
DROP TABLE "log";

COMMIT;

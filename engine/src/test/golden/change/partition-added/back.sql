SET lock_timeout = '3s';

BEGIN;

-- DropTable
SET statement_timeout = '60s';
DROP TABLE "log_b";

-- DropTable
DROP TABLE "log_rest";

COMMIT;

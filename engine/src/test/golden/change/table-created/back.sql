SET lock_timeout = '3s';

-- DropTable
SET statement_timeout = '60s';
DROP TABLE "posts";

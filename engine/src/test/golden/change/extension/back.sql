SET lock_timeout = '3s';

BEGIN;

-- AlterTable
SET statement_timeout = '60s';
ALTER TABLE "users" DROP COLUMN "c";

-- DropExtension
-- warning LNT506: The extension `citext` goes with its types, functions and operators.
DROP EXTENSION "citext";

-- DropExtension
-- warning LNT506: The extension `pg_trgm` goes with its types, functions and operators.
DROP EXTENSION "pg_trgm";

COMMIT;

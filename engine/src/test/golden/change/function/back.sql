SET lock_timeout = '3s';

BEGIN;

-- DropConstraint
-- note LNT405: The check `c` of `users` no longer holds.
SET statement_timeout = '60s';
ALTER TABLE "users" DROP CONSTRAINT "c";

-- AlterTable
ALTER TABLE "users" DROP COLUMN "t";

-- Drop
-- warning LNT407: Code that is running may use the function `twice`.
DROP FUNCTION "twice"(n integer);

COMMIT;

SET lock_timeout = '3s';

BEGIN;

-- DropView
SET statement_timeout = '60s';
DROP VIEW "v";

-- DropConstraint
-- note LNT405: The unique constraint `users_a_b_key` of `users` no longer holds.
ALTER TABLE "users" DROP CONSTRAINT "users_a_b_key";

-- DropConstraint
-- note LNT405: The check `users_check` of `users` no longer holds.
ALTER TABLE "users" DROP CONSTRAINT "users_check";

-- AlterTable
ALTER TABLE "users" DROP COLUMN "a";

-- CreateView
CREATE VIEW "v" AS
SELECT id
   FROM users;

COMMIT;

-- DropIndex
SET lock_timeout = 0;
SET statement_timeout = 0;
DROP INDEX CONCURRENTLY "i";

-- AlterTable
SET lock_timeout = '3s';
SET statement_timeout = '60s';
ALTER TABLE "users" DROP COLUMN "b";

SET lock_timeout = '3s';

BEGIN;

-- Drop
-- note LNT604: Without the policy `p`, rows of `users` may be seen no more.
SET statement_timeout = '60s';
DROP POLICY "p" ON "users";

-- AlterTable
-- warning LNT601: No policy of `users` protects its rows any more.
ALTER TABLE "users" DISABLE ROW LEVEL SECURITY;

-- AlterTable
-- warning LNT601: The owner of `users` sees all rows from now on.
ALTER TABLE "users" NO FORCE ROW LEVEL SECURITY;

COMMIT;

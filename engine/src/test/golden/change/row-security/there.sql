SET lock_timeout = '3s';

BEGIN;

-- AlterTable
SET statement_timeout = '60s';
ALTER TABLE "users" ENABLE ROW LEVEL SECURITY;

-- AlterTable
ALTER TABLE "users" FORCE ROW LEVEL SECURITY;

-- CreatePolicy
-- note LNT603: The policy `p` shows rows of `users` that were hidden.
CREATE POLICY "p" ON "users" FOR SELECT TO PUBLIC USING (id > 1);

COMMIT;

SET lock_timeout = '3s';

BEGIN;

-- Drop
SET statement_timeout = '60s';
DROP POLICY "p" ON "users";

-- AlterTable
ALTER TABLE "users" ALTER COLUMN "email" SET DATA TYPE TEXT;

-- CreatePolicy
-- note LNT603: The policy `p` shows rows of `users` that were hidden.
CREATE POLICY "p" ON "users" FOR SELECT TO PUBLIC USING (email <> ''::text);

COMMIT;

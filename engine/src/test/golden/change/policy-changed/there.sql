SET lock_timeout = '3s';

BEGIN;

-- Drop
SET statement_timeout = '60s';
DROP POLICY "p" ON "users";

-- CreatePolicy
-- note LNT604: The policy `p` hides rows of `users` that were seen.
CREATE POLICY "p" ON "users" AS RESTRICTIVE TO PUBLIC USING (id > 2) WITH CHECK (name <> ''::text);

COMMIT;

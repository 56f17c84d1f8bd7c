SET lock_timeout = '3s';

BEGIN;

-- Drop
-- note LNT603: Without the restrictive policy `p`, more rows of `users` are seen.
SET statement_timeout = '60s';
DROP POLICY "p" ON "users";

-- CreatePolicy
-- note LNT603: The policy `p` shows rows of `users` that were hidden.
CREATE POLICY "p" ON "users" FOR SELECT TO PUBLIC USING (id > 1);

COMMIT;

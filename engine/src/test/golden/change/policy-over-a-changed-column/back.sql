SET lock_timeout = '3s';

BEGIN;

-- Drop
SET statement_timeout = '60s';
DROP POLICY "p" ON "users";

-- AlterTable: ACCESS EXCLUSIVE lock, rewrites the table
-- warning LNT201: From `text` to `character varying(50)`, all rows of `users` are written anew while nobody can read or write.
-- note LNT209: The planner's statistics of `users.email` are gone after this.
SET statement_timeout = 0;
ALTER TABLE "users" ALTER COLUMN "email" SET DATA TYPE VARCHAR(50);

-- CreatePolicy
-- note LNT603: The policy `p` shows rows of `users` that were hidden.
SET statement_timeout = '60s';
CREATE POLICY "p" ON "users" FOR SELECT TO PUBLIC USING ((email)::text <> ''::text);

COMMIT;

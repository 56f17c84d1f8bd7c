SET lock_timeout = '3s';

BEGIN;

-- DropConstraint
SET statement_timeout = '60s';
ALTER TABLE "users" DROP CONSTRAINT "one_name";

-- AddConstraint: ACCESS EXCLUSIVE lock, builds an index
-- warning LNT109: The unique constraint's index is built while nobody can read or write `users`.
-- warning LNT124: This goes over all rows of `users` while the transaction holds its lock on `users`.
SET statement_timeout = 0;
ALTER TABLE "users" ADD CONSTRAINT "one_name" UNIQUE ("name");

COMMIT;

SET lock_timeout = '3s';

BEGIN;

-- DropConstraint
SET statement_timeout = '60s';
ALTER TABLE "users" DROP CONSTRAINT "named";

-- AddConstraint: ACCESS EXCLUSIVE lock, reads every row
-- warning LNT111: The check `named` reads all rows of `users` while nobody can read or write it.
-- warning LNT124: This goes over all rows of `users` while the transaction holds its lock on `users`.
SET statement_timeout = 0;
ALTER TABLE "users" ADD CONSTRAINT "named" CHECK (name <> ''::text);

COMMIT;

SET lock_timeout = '3s';

BEGIN;

-- Set
SET statement_timeout = '60s';
SET check_function_bodies = off;

-- DropView
DROP VIEW "v";

-- DropConstraint
ALTER TABLE "users" DROP CONSTRAINT "c";

-- DropIndex
-- warning LNT102: `DROP INDEX` waits for all that use the table of `i`, and lets nobody in meanwhile.
DROP INDEX "i";

-- Drop
DROP FUNCTION "twice"(n integer);

-- CreateFunction
CREATE FUNCTION "twice"(n integer)
 RETURNS integer
 LANGUAGE sql
 IMMUTABLE
AS $function$select n * 2$function$;

-- AddConstraint: ACCESS EXCLUSIVE lock, reads every row
-- warning LNT111: The check `c` reads all rows of `users` while nobody can read or write it.
-- warning LNT124: This goes over all rows of `users` while the transaction holds its lock on `users`.
SET statement_timeout = 0;
ALTER TABLE "users" ADD CONSTRAINT "c" CHECK (twice(id) > 0);

-- CreateIndex: SHARE lock, builds an index
-- warning LNT101: `CREATE INDEX` blocks every write to `users` until the index is built.
CREATE INDEX "i" ON "users"((twice(id)));

-- CreateView
SET statement_timeout = '60s';
CREATE VIEW "v" AS
SELECT twice(id) AS t
   FROM users;

COMMIT;

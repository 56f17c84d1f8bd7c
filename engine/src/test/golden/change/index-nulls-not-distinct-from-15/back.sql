SET lock_timeout = '3s';

BEGIN;

-- DropIndex
-- warning LNT102: `DROP INDEX` waits for all that use the table of `i`, and lets nobody in meanwhile.
SET statement_timeout = '60s';
DROP INDEX "i";

-- CreateIndex: SHARE lock, builds an index
-- warning LNT101: `CREATE INDEX` blocks every write to `users` until the index is built.
SET statement_timeout = 0;
CREATE UNIQUE INDEX "i" ON "users"("name");

COMMIT;

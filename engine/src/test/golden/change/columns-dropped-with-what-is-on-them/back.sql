SET lock_timeout = '3s';

BEGIN;

-- DropView
SET statement_timeout = '60s';
DROP VIEW "v";

-- AlterTable
ALTER TABLE "users" ADD COLUMN "a" INTEGER;

-- AlterTable
ALTER TABLE "users" ADD COLUMN "b" INTEGER;

-- AddConstraint: ACCESS EXCLUSIVE lock, builds an index
-- warning LNT109: The unique constraint's index is built while nobody can read or write `users`.
-- warning LNT124: This goes over all rows of `users` while the transaction holds its lock on `users`.
SET statement_timeout = 0;
ALTER TABLE "users" ADD CONSTRAINT "users_a_b_key" UNIQUE ("a", "b");

-- AddConstraint: ACCESS EXCLUSIVE lock, reads every row
-- warning LNT111: The check `users_check` reads all rows of `users` while nobody can read or write it.
-- note LNT125: This is not the first `ALTER TABLE` here that goes over all rows of `users`.
ALTER TABLE "users" ADD CONSTRAINT "users_check" CHECK (a > b);

-- CreateIndex: SHARE lock, builds an index
-- warning LNT101: `CREATE INDEX` blocks every write to `users` until the index is built.
CREATE INDEX "i" ON "users"("b");

-- CreateView
SET statement_timeout = '60s';
CREATE VIEW "v" AS
SELECT id,
    a
   FROM users;

COMMIT;

SET lock_timeout = '3s';

BEGIN;

-- DropView
SET statement_timeout = '60s';
DROP VIEW "v";

-- DropConstraint
-- note LNT405: The check `named` of `users` no longer holds.
ALTER TABLE "users" DROP CONSTRAINT "named";

-- DropIndex
-- warning LNT102: `DROP INDEX` waits for all that use the table of `users_name`, and lets nobody in meanwhile.
DROP INDEX "users_name";

-- AlterTable: ACCESS EXCLUSIVE lock, rewrites the table
-- warning LNT124: This goes over all rows of `users` while the transaction holds its lock on `users`.
-- warning LNT201: From `text` to `character varying(50)`, all rows of `users` are written anew while nobody can read or write.
-- note LNT209: The planner's statistics of `users.email` are gone after this.
SET statement_timeout = 0;
ALTER TABLE "users" ALTER COLUMN "email" SET DATA TYPE VARCHAR(50);

-- AlterTable
-- note LNT404: Code that is running may not expect NULL in `users.name`.
SET statement_timeout = '60s';
ALTER TABLE "users" ALTER COLUMN "name" DROP NOT NULL;

-- CreateView
CREATE VIEW "v" AS
SELECT email
   FROM users;

COMMIT;

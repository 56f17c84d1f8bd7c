SET lock_timeout = '3s';

BEGIN;

-- Drop
SET statement_timeout = '60s';
DROP TRIGGER "t" ON "users";

-- AlterTable: ACCESS EXCLUSIVE lock, rewrites the table
-- warning LNT201: From `text` to `character varying(50)`, all rows of `users` are written anew while nobody can read or write.
-- note LNT209: The planner's statistics of `users.email` are gone after this.
SET statement_timeout = 0;
ALTER TABLE "users" ALTER COLUMN "email" SET DATA TYPE VARCHAR(50);

-- CreateTrigger
-- note LNT116: `CREATE TRIGGER` waits for all that write to `users`, and lets no other write meanwhile.
SET statement_timeout = '60s';
CREATE TRIGGER t BEFORE UPDATE OF email ON users FOR EACH ROW WHEN (new.email::text <> ''::text) EXECUTE FUNCTION touch();

COMMIT;

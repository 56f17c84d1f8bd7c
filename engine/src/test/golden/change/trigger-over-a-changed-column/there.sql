SET lock_timeout = '3s';

BEGIN;

-- Drop
SET statement_timeout = '60s';
DROP TRIGGER "t" ON "users";

-- AlterTable
ALTER TABLE "users" ALTER COLUMN "email" SET DATA TYPE TEXT;

-- CreateTrigger
-- note LNT116: `CREATE TRIGGER` waits for all that write to `users`, and lets no other write meanwhile.
CREATE TRIGGER t BEFORE UPDATE OF email ON users FOR EACH ROW WHEN (new.email <> ''::text) EXECUTE FUNCTION touch();

COMMIT;

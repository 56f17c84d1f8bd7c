SET lock_timeout = '3s';

BEGIN;

-- Drop
SET statement_timeout = '60s';
DROP TRIGGER "t" ON "users";

-- CreateTrigger
-- note LNT116: `CREATE TRIGGER` waits for all that write to `users`, and lets no other write meanwhile.
CREATE TRIGGER t AFTER UPDATE ON users FOR EACH ROW EXECUTE FUNCTION touch();

COMMIT;

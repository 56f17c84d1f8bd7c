SET lock_timeout = '3s';

BEGIN;

-- CreateTrigger
-- note LNT116: `CREATE TRIGGER` waits for all that write to `users`, and lets no other write meanwhile.
SET statement_timeout = '60s';
CREATE TRIGGER t BEFORE UPDATE OF name ON users FOR EACH ROW WHEN (old.name IS DISTINCT FROM new.name) EXECUTE FUNCTION touch();

-- Comment
COMMENT ON TRIGGER "t" ON "users" IS 'x';

COMMIT;

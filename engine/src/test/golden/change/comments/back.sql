SET lock_timeout = '3s';

BEGIN;

-- DropConstraint
-- note LNT405: The unique constraint `c` of `users` no longer holds.
SET statement_timeout = '60s';
ALTER TABLE "users" DROP CONSTRAINT "c";

-- DropIndex
-- warning LNT102: `DROP INDEX` waits for all that use the table of `i`, and lets nobody in meanwhile.
DROP INDEX "i";

-- Comment
COMMENT ON SCHEMA "public" IS 'standard public schema';

-- Comment
COMMENT ON TABLE "users" IS 'a';

-- Comment
COMMENT ON COLUMN "users"."name" IS 'n';

-- Comment
COMMENT ON COLUMN "users"."email" IS NULL;

COMMIT;

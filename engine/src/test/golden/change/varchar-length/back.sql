SET lock_timeout = '3s';

BEGIN;

-- DropView
SET statement_timeout = '60s';
DROP VIEW "v";

-- AlterTable: ACCESS EXCLUSIVE lock, rewrites the table
-- warning LNT201: From `character varying(80)` to `character varying(50)`, all rows of `users` are written anew while nobody can read or write.
-- note LNT209: The planner's statistics of `users.email` are gone after this.
SET statement_timeout = 0;
ALTER TABLE "users" ALTER COLUMN "email" SET DATA TYPE VARCHAR(50);

-- CreateView
SET statement_timeout = '60s';
CREATE VIEW "v" AS
SELECT email
   FROM users;

COMMIT;

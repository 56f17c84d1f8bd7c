SET lock_timeout = '3s';

BEGIN;

-- DropView
SET statement_timeout = '60s';
DROP VIEW "w";

-- DropView
DROP VIEW "v";

-- AlterTable: ACCESS EXCLUSIVE lock, rewrites the table
-- warning LNT201: From `text` to `character varying(50)`, all rows of `users` are written anew while nobody can read or write.
-- note LNT209: The planner's statistics of `users.email` are gone after this.
SET statement_timeout = 0;
ALTER TABLE "users" ALTER COLUMN "email" SET DATA TYPE VARCHAR(50);

-- CreateView
SET statement_timeout = '60s';
CREATE VIEW "v" AS
SELECT id,
    email
   FROM users;

-- CreateView
CREATE VIEW "w" AS
SELECT email
   FROM v;

-- Grant
-- warning LNT605: `select on table v` is granted to every role there is and will be.
GRANT SELECT ON TABLE "v" TO PUBLIC;

COMMIT;

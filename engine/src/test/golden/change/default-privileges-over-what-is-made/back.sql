SET lock_timeout = '3s';

BEGIN;

-- Set
SET statement_timeout = '60s';
SET check_function_bodies = off;

-- DropView
DROP VIEW "mailed";

-- DropView
DROP VIEW "named";

-- Drop
-- warning LNT407: Code that is running may use the function `one`.
DROP FUNCTION "one"();

-- DropTable
DROP TABLE "comments";

-- DropTable
DROP TABLE "posts";

-- DropSequence
DROP SEQUENCE "ticks";

-- CreateFunction
CREATE FUNCTION "add_up"(a integer, b integer)
 RETURNS integer
 LANGUAGE sql
 IMMUTABLE
AS $function$select a + b$function$;

-- CreateFunction
CREATE AGGREGATE "total"(integer) (
    SFUNC = add_up,
    STYPE = integer,
    INITCOND = '0'
);

-- AlterTable: ACCESS EXCLUSIVE lock, rewrites the table
-- warning LNT124: This goes over all rows of `users` while the transaction holds its lock on `comments`.
-- warning LNT201: From `character varying(60)` to `character varying(50)`, all rows of `users` are written anew while nobody can read or write.
-- note LNT209: The planner's statistics of `users.email` are gone after this.
SET statement_timeout = 0;
ALTER TABLE "users" ALTER COLUMN "email" SET DATA TYPE VARCHAR(50);

-- AlterTable
SET statement_timeout = '60s';
ALTER TABLE "users" ALTER COLUMN "name" SET DATA TYPE TEXT;

-- CreateView
CREATE VIEW "mailed" AS
SELECT id,
    email
   FROM users;

-- CreateView
CREATE VIEW "named" AS
SELECT id,
    name
   FROM users;

-- Grant
-- note LNT606: Code that is running may need `select on table named`.
REVOKE SELECT ON TABLE "named" FROM PUBLIC;

COMMIT;

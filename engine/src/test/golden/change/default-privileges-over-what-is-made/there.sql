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
-- warning LNT407: Code that is running may use the function `total`.
DROP AGGREGATE "total"(integer);

-- Drop
-- warning LNT407: Code that is running may use the function `add_up`.
DROP FUNCTION "add_up"(a integer, b integer);

-- CreateSequence
CREATE SEQUENCE "ticks";

-- CreateFunction
CREATE FUNCTION "one"()
 RETURNS integer
 LANGUAGE sql
AS $function$select 1$function$;

-- CreateTable
CREATE TABLE "comments" (
    "id" INTEGER NOT NULL,

    CONSTRAINT "comments_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "posts" (
    "id" INTEGER NOT NULL,

    CONSTRAINT "posts_pkey" PRIMARY KEY ("id")
);

-- AlterTable
ALTER TABLE "users" ALTER COLUMN "email" SET DATA TYPE VARCHAR(60);

-- AlterTable: ACCESS EXCLUSIVE lock, rewrites the table
-- warning LNT124: This goes over all rows of `users` while the transaction holds its lock on `users`.
-- note LNT125: This is not the first `ALTER TABLE` here that goes over all rows of `users`.
-- warning LNT201: From `text` to `character varying(40)`, all rows of `users` are written anew while nobody can read or write.
-- note LNT209: The planner's statistics of `users.name` are gone after this.
SET statement_timeout = 0;
ALTER TABLE "users" ALTER COLUMN "name" SET DATA TYPE VARCHAR(40);

-- CreateView
SET statement_timeout = '60s';
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
-- note LNT606: Code that is running may need `usage on sequence ticks`.
REVOKE USAGE ON SEQUENCE "ticks" FROM PUBLIC;

-- Grant
-- warning LNT605: `execute on function one ( )` is granted to every role there is and will be.
GRANT EXECUTE ON FUNCTION "one"() TO PUBLIC;

-- Grant
-- note LNT606: Code that is running may need `select on table posts`.
REVOKE SELECT ON TABLE "posts" FROM PUBLIC;

-- Grant
-- note LNT606: Code that is running may need `select on table named`.
REVOKE SELECT ON TABLE "named" FROM PUBLIC;

COMMIT;

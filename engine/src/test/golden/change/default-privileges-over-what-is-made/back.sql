SET lock_timeout = '3s';

BEGIN;

-- Set
SET statement_timeout = '60s';
SET check_function_bodies = off;

-- DropView
DROP VIEW "public"."mailed";

-- DropView
DROP VIEW "public"."named";

-- Drop
-- warning LNT407: Code that is running may use the function `open.two`.
DROP FUNCTION "open"."two"();

-- Drop
-- warning LNT407: Code that is running may use the function `public.one`.
DROP FUNCTION "public"."one"();

-- DropTable
DROP TABLE "public"."comments";

-- DropTable
DROP TABLE "public"."posts";

-- DropSequence
DROP SEQUENCE "public"."ticks";

-- DropEnum
DROP TYPE "open"."mood";

-- CreateFunction
CREATE FUNCTION "public"."add_up"(a integer, b integer)
 RETURNS integer
 LANGUAGE sql
 IMMUTABLE
AS $function$select a + b$function$;

-- CreateFunction
CREATE AGGREGATE "public"."total"(integer) (
    SFUNC = add_up,
    STYPE = integer,
    INITCOND = '0'
);

-- AlterTable: ACCESS EXCLUSIVE lock, rewrites the table
-- warning LNT124: This goes over all rows of `public.users` while the transaction holds its lock on `public.comments`.
-- warning LNT201: From `character varying(60)` to `character varying(50)`, all rows of `public.users` are written anew while nobody can read or write.
-- note LNT209: The planner's statistics of `public.users.email` are gone after this.
SET statement_timeout = 0;
ALTER TABLE "public"."users" ALTER COLUMN "email" SET DATA TYPE VARCHAR(50);

-- AlterTable
SET statement_timeout = '60s';
ALTER TABLE "public"."users" ALTER COLUMN "name" SET DATA TYPE TEXT;

-- CreateView
CREATE VIEW "public"."mailed" AS
SELECT id,
    email
   FROM users;

-- CreateView
CREATE VIEW "public"."named" AS
SELECT id,
    name
   FROM users;

-- Grant
-- note LNT606: Code that is running may need `select on table public.named`.
REVOKE SELECT ON TABLE "public"."named" FROM PUBLIC;

COMMIT;

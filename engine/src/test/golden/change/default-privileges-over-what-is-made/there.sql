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
-- warning LNT407: Code that is running may use the function `public.total`.
DROP AGGREGATE "public"."total"(integer);

-- Drop
-- warning LNT407: Code that is running may use the function `public.add_up`.
DROP FUNCTION "public"."add_up"(a integer, b integer);

-- CreateEnum
CREATE TYPE "open"."mood" AS ENUM ('good', 'bad');

-- CreateSequence
CREATE SEQUENCE "public"."ticks";

-- CreateFunction
CREATE FUNCTION "open"."two"()
 RETURNS integer
 LANGUAGE sql
AS $function$select 2$function$;

-- CreateFunction
CREATE FUNCTION "public"."one"()
 RETURNS integer
 LANGUAGE sql
AS $function$select 1$function$;

-- CreateTable
CREATE TABLE "public"."comments" (
    "id" INTEGER NOT NULL,

    CONSTRAINT "comments_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "public"."posts" (
    "id" INTEGER NOT NULL,

    CONSTRAINT "posts_pkey" PRIMARY KEY ("id")
);

-- AlterTable
ALTER TABLE "public"."users" ALTER COLUMN "email" SET DATA TYPE VARCHAR(60);

-- AlterTable: ACCESS EXCLUSIVE lock, rewrites the table
-- warning LNT124: This goes over all rows of `public.users` while the transaction holds its lock on `public.users`.
-- note LNT125: This is not the first `ALTER TABLE` here that goes over all rows of `public.users`.
-- warning LNT201: From `text` to `character varying(40)`, all rows of `public.users` are written anew while nobody can read or write.
-- note LNT209: The planner's statistics of `public.users.name` are gone after this.
SET statement_timeout = 0;
ALTER TABLE "public"."users" ALTER COLUMN "name" SET DATA TYPE VARCHAR(40);

-- CreateView
SET statement_timeout = '60s';
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
-- note LNT606: Code that is running may need `usage on sequence public.ticks`.
REVOKE USAGE ON SEQUENCE "public"."ticks" FROM PUBLIC;

-- Grant
-- warning LNT605: `execute on function public.one ( )` is granted to every role there is and will be.
GRANT EXECUTE ON FUNCTION "public"."one"() TO PUBLIC;

-- Grant
-- note LNT606: Code that is running may need `select on table public.posts`.
REVOKE SELECT ON TABLE "public"."posts" FROM PUBLIC;

-- Grant
-- note LNT606: Code that is running may need `select on table public.named`.
REVOKE SELECT ON TABLE "public"."named" FROM PUBLIC;

COMMIT;

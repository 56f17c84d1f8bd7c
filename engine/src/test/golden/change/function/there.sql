SET lock_timeout = '3s';

BEGIN;

-- Set
SET statement_timeout = '60s';
SET check_function_bodies = off;

-- CreateFunction
CREATE FUNCTION "twice"(n integer)
 RETURNS integer
 LANGUAGE sql
 IMMUTABLE
AS $function$select n * 2$function$;

-- AlterTable: ACCESS EXCLUSIVE lock, rewrites the table
-- warning LNT204: A stored generated column has all rows of `users` written anew.
SET statement_timeout = 0;
ALTER TABLE "users" ADD COLUMN "t" INTEGER GENERATED ALWAYS AS (twice(id)) STORED;

-- AddConstraint
SET statement_timeout = '60s';
ALTER TABLE "users" ADD CONSTRAINT "c" CHECK (twice(id) > 0) NOT VALID;

COMMIT;

-- AlterTable: SHARE UPDATE EXCLUSIVE lock, reads every row
SET statement_timeout = 0;
ALTER TABLE "users" VALIDATE CONSTRAINT "c";

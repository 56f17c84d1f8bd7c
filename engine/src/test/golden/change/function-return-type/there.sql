SET lock_timeout = '3s';

BEGIN;

-- Set
SET statement_timeout = '60s';
SET check_function_bodies = off;

-- DropView
DROP VIEW "v";

-- DropConstraint
ALTER TABLE "users" DROP CONSTRAINT "c";

COMMIT;

-- DropIndex
SET lock_timeout = 0;
SET statement_timeout = 0;
DROP INDEX CONCURRENTLY "i";

BEGIN;

-- Drop
SET lock_timeout = '3s';
SET statement_timeout = '60s';
DROP FUNCTION "twice"(n integer);

-- CreateFunction
CREATE FUNCTION "twice"(n integer)
 RETURNS bigint
 LANGUAGE sql
 IMMUTABLE
AS $function$select n::bigint * 2$function$;

-- AddConstraint
ALTER TABLE "users" ADD CONSTRAINT "c" CHECK (twice(id) > 0) NOT VALID;

-- CreateView
CREATE VIEW "v" AS
SELECT twice(id) AS t
   FROM users;

COMMIT;

-- AlterTable: SHARE UPDATE EXCLUSIVE lock, reads every row
SET statement_timeout = 0;
ALTER TABLE "users" VALIDATE CONSTRAINT "c";

-- CreateIndex: SHARE UPDATE EXCLUSIVE lock, builds an index
SET lock_timeout = 0;
CREATE INDEX CONCURRENTLY "i" ON "users"((twice(id)));

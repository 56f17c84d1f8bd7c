-- Set
SET check_function_bodies = off;

-- DropView
DROP VIEW "v";

-- DropConstraint
ALTER TABLE "users" DROP CONSTRAINT "c";

-- DropIndex
DROP INDEX CONCURRENTLY "i";

-- Drop
DROP FUNCTION "twice"(n integer);

-- CreateFunction
CREATE FUNCTION "twice"(n integer)
 RETURNS bigint
 LANGUAGE sql
 IMMUTABLE
AS $function$select n::bigint * 2$function$;

-- AddConstraint
ALTER TABLE "users" ADD CONSTRAINT "c" CHECK (twice(id) > 0) NOT VALID;

-- AlterTable
ALTER TABLE "users" VALIDATE CONSTRAINT "c";

-- CreateIndex
CREATE INDEX CONCURRENTLY "i" ON "users"((twice(id)));

-- CreateView
CREATE VIEW "v" AS
SELECT twice(id) AS t
   FROM users;

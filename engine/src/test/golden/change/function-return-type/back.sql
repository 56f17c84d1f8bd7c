-- Set
SET check_function_bodies = off;

-- DropView
DROP VIEW "v";

-- DropConstraint
ALTER TABLE "users" DROP CONSTRAINT "c";

-- DropIndex
DROP INDEX "i";

-- Drop
DROP FUNCTION "twice"(n integer);

-- CreateFunction
CREATE FUNCTION "twice"(n integer)
 RETURNS integer
 LANGUAGE sql
 IMMUTABLE
AS $function$select n * 2$function$;

-- AddConstraint
ALTER TABLE "users" ADD CONSTRAINT "c" CHECK (twice(id) > 0);

-- CreateIndex
CREATE INDEX "i" ON "users"((twice(id)));

-- CreateView
CREATE VIEW "v" AS
SELECT twice(id) AS t
   FROM users;

-- Set
SET check_function_bodies = off;

-- CreateFunction
CREATE FUNCTION "twice"(n integer)
 RETURNS integer
 LANGUAGE sql
 IMMUTABLE
AS $function$select n * 2$function$;

-- AlterTable
ALTER TABLE "users" ADD COLUMN "t" INTEGER GENERATED ALWAYS AS (twice(id)) STORED;

-- AddConstraint
ALTER TABLE "users" ADD CONSTRAINT "c" CHECK (twice(id) > 0) NOT VALID;

-- AlterTable
ALTER TABLE "users" VALIDATE CONSTRAINT "c";

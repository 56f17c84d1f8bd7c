-- Set
SET check_function_bodies = off;

-- CreateFunction
CREATE OR REPLACE FUNCTION "twice"(n integer)
 RETURNS integer
 LANGUAGE sql
 STABLE
AS $function$select n + n$function$;

-- Set
SET check_function_bodies = off;

-- CreateFunction
-- note LNT408: The function `twice` is volatile from now on, not stable.
CREATE OR REPLACE FUNCTION "twice"(n integer)
 RETURNS integer
 LANGUAGE sql
AS $function$select n * 2$function$;

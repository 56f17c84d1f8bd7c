-- Set
SET check_function_bodies = off;

-- CreateFunction
-- note LNT408: The function `twice` is stable from now on, not volatile.
CREATE OR REPLACE FUNCTION "twice"(n integer)
 RETURNS integer
 LANGUAGE sql
 STABLE
AS $function$select n + n$function$;

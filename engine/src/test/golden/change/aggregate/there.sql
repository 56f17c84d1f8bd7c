-- Set
SET check_function_bodies = off;

-- CreateFunction
CREATE FUNCTION "add_up"(a integer, b integer)
 RETURNS integer
 LANGUAGE sql
 IMMUTABLE
AS $function$select a + b$function$;

-- CreateFunction
CREATE AGGREGATE "total"(integer) (
    SFUNC = add_up,
    STYPE = integer,
    INITCOND = '0'
);

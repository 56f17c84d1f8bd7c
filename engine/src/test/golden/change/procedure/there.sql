-- Set
SET check_function_bodies = off;

-- CreateFunction
CREATE PROCEDURE "clear"(IN n integer)
 LANGUAGE sql
AS $procedure$delete from users where id = n$procedure$;

CREATE OR REPLACE FUNCTION tax(n numeric) RETURNS numeric LANGUAGE sql STABLE AS 'select n * 0.2';

-- Drop
DROP AGGREGATE "total"(integer);

-- Drop
DROP FUNCTION "add_up"(a integer, b integer);

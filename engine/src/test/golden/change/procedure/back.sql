-- Drop
DROP PROCEDURE "clear"(IN n integer);

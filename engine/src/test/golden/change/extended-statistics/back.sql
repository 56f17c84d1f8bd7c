-- Drop
DROP STATISTICS "st";

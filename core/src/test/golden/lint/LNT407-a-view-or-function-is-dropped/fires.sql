DROP VIEW totals;
DROP FUNCTION tax(numeric);

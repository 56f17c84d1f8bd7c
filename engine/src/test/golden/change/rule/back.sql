-- Drop
DROP RULE "r" ON "users";

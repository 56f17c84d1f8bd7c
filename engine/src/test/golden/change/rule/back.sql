SET lock_timeout = '3s';

-- Drop
SET statement_timeout = '60s';
DROP RULE "r" ON "users";

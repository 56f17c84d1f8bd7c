-- Drop
DROP TRIGGER "t" ON "users";

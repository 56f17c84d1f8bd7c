ALTER TABLE users ADD COLUMN total int;
ALTER TABLE orders ADD COLUMN note text;
BEGIN;
CREATE TABLE notes (id bigint PRIMARY KEY);
ALTER TABLE users ADD COLUMN note text;
ALTER TABLE notes ADD COLUMN body text;
ALTER TABLE public.users ADD COLUMN other text;
COMMIT;

SET lock_timeout = '3s';

BEGIN;

-- DropConstraint
-- note LNT405: The unique constraint `one_email` of `users` no longer holds.
SET statement_timeout = '60s';
ALTER TABLE "users" DROP CONSTRAINT "one_email";

-- DropConstraint
-- note LNT405: The unique constraint `users_name_email_key` of `users` no longer holds.
ALTER TABLE "users" DROP CONSTRAINT "users_name_email_key";

COMMIT;

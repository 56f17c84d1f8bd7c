SET lock_timeout = '3s';

-- DropConstraint
-- note LNT405: The check `named` of `users` no longer holds.
SET statement_timeout = '60s';
ALTER TABLE "users" DROP CONSTRAINT "named";

SET lock_timeout = '3s';

-- AlterTable
-- warning LNT117: The trigger `t` of `users` no longer runs.
SET statement_timeout = '60s';
ALTER TABLE "users" DISABLE TRIGGER "t";

SET lock_timeout = '3s';

-- UseIndex
SET statement_timeout = '60s';
ALTER TABLE "users" REPLICA IDENTITY USING INDEX "users_email_key";

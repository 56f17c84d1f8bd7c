-- UseIndex
ALTER TABLE "users" REPLICA IDENTITY USING INDEX "users_email_key";

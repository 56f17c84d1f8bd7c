SET lock_timeout = '3s';

-- CreateIndex: SHARE UPDATE EXCLUSIVE lock, builds an index
SET lock_timeout = 0;
SET statement_timeout = 0;
CREATE UNIQUE INDEX CONCURRENTLY "users_email_key" ON "users"("email");

-- CreateIndex: SHARE UPDATE EXCLUSIVE lock, builds an index
CREATE INDEX CONCURRENTLY "users_name_idx" ON "users"("name");

-- CreateIndex
CREATE UNIQUE INDEX CONCURRENTLY "users_email_key" ON "users"("email");

-- CreateIndex
CREATE INDEX CONCURRENTLY "users_name_idx" ON "users"("name");

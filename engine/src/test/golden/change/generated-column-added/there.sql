SET lock_timeout = '3s';

-- AlterTable: ACCESS EXCLUSIVE lock, rewrites the table
-- warning LNT204: A stored generated column has all rows of `users` written anew.
SET statement_timeout = 0;
ALTER TABLE "users" ADD COLUMN "shout" TEXT GENERATED ALWAYS AS (upper(name)) STORED;

-- CreateIndex: SHARE UPDATE EXCLUSIVE lock, builds an index
SET lock_timeout = 0;
CREATE INDEX CONCURRENTLY "users_shout_idx" ON "users"("shout");

SET lock_timeout = '3s';

-- AlterTable
-- warning LNT202: With another collation, every index on `users.name` is built anew under an exclusive lock.
SET statement_timeout = '60s';
ALTER TABLE "users" ALTER COLUMN "name" SET DATA TYPE TEXT COLLATE "C";

-- CreateIndex: SHARE UPDATE EXCLUSIVE lock, builds an index
SET lock_timeout = 0;
SET statement_timeout = 0;
CREATE INDEX CONCURRENTLY "users_name_idx" ON "users"("name");

-- AlterTable
ALTER TABLE "users" ALTER COLUMN "name" SET DATA TYPE TEXT COLLATE "C";

-- CreateIndex
CREATE INDEX CONCURRENTLY "users_name_idx" ON "users"("name");

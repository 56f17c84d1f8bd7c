-- AlterTable
ALTER TABLE "users" ADD COLUMN "shout" TEXT GENERATED ALWAYS AS (upper(name)) STORED;

-- CreateIndex
CREATE INDEX CONCURRENTLY "users_shout_idx" ON "users"("shout");

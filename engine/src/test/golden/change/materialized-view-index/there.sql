SET lock_timeout = '3s';

-- CreateIndex: SHARE UPDATE EXCLUSIVE lock, builds an index
SET lock_timeout = 0;
SET statement_timeout = 0;
CREATE INDEX CONCURRENTLY "m_idx" ON "m"("loud");

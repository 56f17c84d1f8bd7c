-- CreateIndex
CREATE INDEX CONCURRENTLY "m_idx" ON "m"("loud");

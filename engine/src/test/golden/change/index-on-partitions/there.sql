-- CreateIndex
CREATE INDEX CONCURRENTLY "log_id_idx" ON "log"("id");

-- CreateIndex
CREATE UNIQUE INDEX CONCURRENTLY "log_key" ON "log"("id", "kind");

-- CreateIndex
CREATE INDEX "log_id_idx" ON "log"("id");

-- CreateIndex
CREATE UNIQUE INDEX "log_key" ON "log"("id", "kind");

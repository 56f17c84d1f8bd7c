SET lock_timeout = '3s';

-- CreateIndex
SET statement_timeout = '60s';
CREATE INDEX "log_id_idx" ON ONLY "log"("id");

-- CreateIndex: SHARE UPDATE EXCLUSIVE lock, builds an index
SET lock_timeout = 0;
SET statement_timeout = 0;
CREATE INDEX CONCURRENTLY "log_a_id_idx" ON "log_a"("id");

-- CreateIndex
SET lock_timeout = '3s';
SET statement_timeout = '60s';
CREATE INDEX "log_b_id_idx" ON ONLY "log_b"("id");

-- CreateIndex: SHARE UPDATE EXCLUSIVE lock, builds an index
SET lock_timeout = 0;
SET statement_timeout = 0;
CREATE INDEX CONCURRENTLY "log_b1_id_idx" ON "log_b1"("id");

-- CreateIndex
SET lock_timeout = '3s';
SET statement_timeout = '60s';
CREATE UNIQUE INDEX "log_key" ON ONLY "log"("id", "kind");

-- CreateIndex: SHARE UPDATE EXCLUSIVE lock, builds an index
SET lock_timeout = 0;
SET statement_timeout = 0;
CREATE UNIQUE INDEX CONCURRENTLY "log_a_id_kind_idx" ON "log_a"("id", "kind");

-- CreateIndex
SET lock_timeout = '3s';
SET statement_timeout = '60s';
CREATE UNIQUE INDEX "log_b_id_kind_idx" ON ONLY "log_b"("id", "kind");

-- CreateIndex: SHARE UPDATE EXCLUSIVE lock, builds an index
SET lock_timeout = 0;
SET statement_timeout = 0;
CREATE UNIQUE INDEX CONCURRENTLY "log_b1_id_kind_idx" ON "log_b1"("id", "kind");

BEGIN;

-- AttachPartition
SET lock_timeout = '3s';
SET statement_timeout = '60s';
ALTER INDEX "log_id_idx" ATTACH PARTITION "log_a_id_idx";

-- AttachPartition
ALTER INDEX "log_b_id_idx" ATTACH PARTITION "log_b1_id_idx";

-- AttachPartition
ALTER INDEX "log_id_idx" ATTACH PARTITION "log_b_id_idx";

-- AttachPartition
ALTER INDEX "log_key" ATTACH PARTITION "log_a_id_kind_idx";

-- AttachPartition
ALTER INDEX "log_b_id_kind_idx" ATTACH PARTITION "log_b1_id_kind_idx";

-- AttachPartition
ALTER INDEX "log_key" ATTACH PARTITION "log_b_id_kind_idx";

COMMIT;

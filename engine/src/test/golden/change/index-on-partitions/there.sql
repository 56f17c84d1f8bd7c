SET lock_timeout = '3s';

BEGIN;

-- CreateIndex: SHARE lock, builds an index
-- warning LNT103: `CREATE INDEX` blocks writes to all partitions of `log` until all are indexed.
SET statement_timeout = 0;
CREATE INDEX "log_id_idx" ON "log"("id");

-- CreateIndex: SHARE lock, builds an index
-- warning LNT103: `CREATE INDEX` blocks writes to all partitions of `log` until all are indexed.
-- warning LNT124: This goes over all rows of `log` while the transaction holds its lock on `log`.
CREATE UNIQUE INDEX "log_key" ON "log"("id", "kind");

COMMIT;

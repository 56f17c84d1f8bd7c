SET lock_timeout = '3s';

-- AlterTable
-- warning LNT701: Nothing clears away the table's dead rows any more.
SET statement_timeout = '60s';
ALTER TABLE "users" SET (fillfactor = 70, autovacuum_enabled = false);

SET lock_timeout = '3s';

-- AlterIndex
SET statement_timeout = '60s';
ALTER INDEX "i" SET (fillfactor = 60);

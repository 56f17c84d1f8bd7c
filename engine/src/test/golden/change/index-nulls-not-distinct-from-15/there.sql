SET lock_timeout = '3s';

-- AlterIndex: SHARE UPDATE EXCLUSIVE lock, builds an index
SET lock_timeout = 0;
SET statement_timeout = 0;
CREATE UNIQUE INDEX CONCURRENTLY "i_next" ON "users"("name") NULLS NOT DISTINCT;

-- AlterIndex
DROP INDEX CONCURRENTLY "i";

-- AlterIndex
SET lock_timeout = '3s';
SET statement_timeout = '60s';
ALTER INDEX "i_next" RENAME TO "i";

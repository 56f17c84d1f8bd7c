SET lock_timeout = '3s';

-- AlterIndex: SHARE UPDATE EXCLUSIVE lock, builds an index
SET statement_timeout = 0;
CREATE INDEX CONCURRENTLY "i_next" ON "users"("name" DESC NULLS LAST, "id" NULLS FIRST);

-- AlterIndex
SET statement_timeout = '60s';
DROP INDEX CONCURRENTLY "i";

-- AlterIndex
ALTER INDEX "i_next" RENAME TO "i";

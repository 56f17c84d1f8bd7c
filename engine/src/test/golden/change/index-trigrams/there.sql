-- AlterIndex
CREATE INDEX CONCURRENTLY "i_next" ON "users" USING GIN ("name" gin_trgm_ops);

-- AlterIndex
DROP INDEX CONCURRENTLY "i";

-- AlterIndex
ALTER INDEX "i_next" RENAME TO "i";

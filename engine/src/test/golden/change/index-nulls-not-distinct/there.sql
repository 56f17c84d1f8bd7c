-- AlterIndex
CREATE UNIQUE INDEX CONCURRENTLY "i_next" ON "users"("name") NULLS NOT DISTINCT;

-- AlterIndex
DROP INDEX CONCURRENTLY "i";

-- AlterIndex
ALTER INDEX "i_next" RENAME TO "i";

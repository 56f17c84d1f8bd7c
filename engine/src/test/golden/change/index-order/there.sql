-- AlterIndex
CREATE INDEX CONCURRENTLY "i_next" ON "users"("name" DESC NULLS LAST, "id" NULLS FIRST);

-- AlterIndex
DROP INDEX CONCURRENTLY "i";

-- AlterIndex
ALTER INDEX "i_next" RENAME TO "i";

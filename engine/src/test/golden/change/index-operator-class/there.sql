-- AlterIndex
CREATE INDEX CONCURRENTLY "i_next" ON "users"("name" text_pattern_ops);

-- AlterIndex
DROP INDEX CONCURRENTLY "i";

-- AlterIndex
ALTER INDEX "i_next" RENAME TO "i";

-- AlterIndex
CREATE INDEX CONCURRENTLY "i_next" ON "users"((lower(name)), "id");

-- AlterIndex
DROP INDEX CONCURRENTLY "i";

-- AlterIndex
ALTER INDEX "i_next" RENAME TO "i";

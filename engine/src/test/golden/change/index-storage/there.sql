-- AlterIndex
ALTER INDEX "i" SET (fillfactor = 60);

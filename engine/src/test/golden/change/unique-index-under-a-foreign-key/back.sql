-- AlterIndex
ALTER INDEX "i" RESET (fillfactor);

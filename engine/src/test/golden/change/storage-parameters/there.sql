-- AlterTable
ALTER TABLE "users" SET (fillfactor = 80);

-- AlterTable
ALTER TABLE "users" RESET (autovacuum_enabled);

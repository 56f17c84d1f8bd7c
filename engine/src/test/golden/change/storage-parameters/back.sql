-- AlterTable
ALTER TABLE "users" SET (fillfactor = 70, autovacuum_enabled = false);

-- DropIndex
DROP INDEX "log_id_idx";

-- DropIndex
DROP INDEX "log_key";

-- DropTable
DROP TABLE "log_2024";

-- DropTable
DROP TABLE "log_rest";

-- DropTable
DROP TABLE "log";

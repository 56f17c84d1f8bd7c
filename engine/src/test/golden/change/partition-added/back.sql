-- DropTable
DROP TABLE "log_b";

-- DropTable
DROP TABLE "log_rest";

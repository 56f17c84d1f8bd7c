-- DropTable
DROP TABLE "posts";

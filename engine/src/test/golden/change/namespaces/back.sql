-- DropTable
DROP TABLE "audit"."log";

-- DropEnum
DROP TYPE "audit"."kind";

-- DropSchema
DROP SCHEMA "audit";

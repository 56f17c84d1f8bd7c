-- AlterTable
ALTER TABLE "users" DROP COLUMN "c";

-- DropExtension
DROP EXTENSION "citext";

-- DropExtension
DROP EXTENSION "pg_trgm";

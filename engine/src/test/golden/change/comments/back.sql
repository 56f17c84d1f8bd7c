-- DropConstraint
ALTER TABLE "users" DROP CONSTRAINT "c";

-- DropIndex
DROP INDEX "i";

-- Comment
COMMENT ON SCHEMA "public" IS 'standard public schema';

-- Comment
COMMENT ON TABLE "users" IS 'a';

-- Comment
COMMENT ON COLUMN "users"."name" IS 'n';

-- Comment
COMMENT ON COLUMN "users"."email" IS NULL;

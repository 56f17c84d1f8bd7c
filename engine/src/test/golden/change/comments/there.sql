SET lock_timeout = '3s';

-- AddConstraint: SHARE UPDATE EXCLUSIVE lock, builds an index
SET lock_timeout = 0;
SET statement_timeout = 0;
CREATE UNIQUE INDEX CONCURRENTLY "c" ON "users"("email");

-- AddConstraint
SET lock_timeout = '3s';
SET statement_timeout = '60s';
ALTER TABLE "users" ADD CONSTRAINT "c" UNIQUE USING INDEX "c";

-- CreateIndex: SHARE UPDATE EXCLUSIVE lock, builds an index
SET lock_timeout = 0;
SET statement_timeout = 0;
CREATE INDEX CONCURRENTLY "i" ON "users"("name");

BEGIN;

-- Comment
SET lock_timeout = '3s';
SET statement_timeout = '60s';
COMMENT ON SCHEMA "public" IS 'p';

-- Comment
COMMENT ON TABLE "users" IS 'b''s';

-- Comment
COMMENT ON COLUMN "users"."email" IS 'e';

-- Comment
COMMENT ON CONSTRAINT "c" ON "users" IS 'k';

-- Comment
COMMENT ON INDEX "i" IS 'i';

-- Comment
COMMENT ON COLUMN "users"."name" IS NULL;

COMMIT;

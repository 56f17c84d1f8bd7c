-- AddConstraint
CREATE UNIQUE INDEX CONCURRENTLY "c" ON "users"("email");

-- AddConstraint
ALTER TABLE "users" ADD CONSTRAINT "c" UNIQUE USING INDEX "c";

-- CreateIndex
CREATE INDEX CONCURRENTLY "i" ON "users"("name");

-- Comment
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

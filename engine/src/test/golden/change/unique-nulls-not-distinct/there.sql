-- DropConstraint
ALTER TABLE "users" DROP CONSTRAINT "one_name";

-- AddConstraint
CREATE UNIQUE INDEX CONCURRENTLY "one_name" ON "users"("name") NULLS NOT DISTINCT;

-- AddConstraint
ALTER TABLE "users" ADD CONSTRAINT "one_name" UNIQUE USING INDEX "one_name";

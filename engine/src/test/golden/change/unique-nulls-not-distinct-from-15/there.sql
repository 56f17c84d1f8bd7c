SET lock_timeout = '3s';

-- DropConstraint
SET statement_timeout = '60s';
ALTER TABLE "users" DROP CONSTRAINT "one_name";

-- AddConstraint: SHARE UPDATE EXCLUSIVE lock, builds an index
SET lock_timeout = 0;
SET statement_timeout = 0;
CREATE UNIQUE INDEX CONCURRENTLY "one_name" ON "users"("name") NULLS NOT DISTINCT;

-- AddConstraint
SET lock_timeout = '3s';
SET statement_timeout = '60s';
ALTER TABLE "users" ADD CONSTRAINT "one_name" UNIQUE USING INDEX "one_name";

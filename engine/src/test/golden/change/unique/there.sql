SET lock_timeout = '3s';

-- AddConstraint: SHARE UPDATE EXCLUSIVE lock, builds an index
SET lock_timeout = 0;
SET statement_timeout = 0;
CREATE UNIQUE INDEX CONCURRENTLY "one_email" ON "users"("email");

-- AddConstraint
SET lock_timeout = '3s';
SET statement_timeout = '60s';
ALTER TABLE "users" ADD CONSTRAINT "one_email" UNIQUE USING INDEX "one_email";

-- AddConstraint: SHARE UPDATE EXCLUSIVE lock, builds an index
SET lock_timeout = 0;
SET statement_timeout = 0;
CREATE UNIQUE INDEX CONCURRENTLY "users_name_email_key" ON "users"("name") INCLUDE ("email");

-- AddConstraint
SET lock_timeout = '3s';
SET statement_timeout = '60s';
ALTER TABLE "users" ADD CONSTRAINT "users_name_email_key" UNIQUE USING INDEX "users_name_email_key";

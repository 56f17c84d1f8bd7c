-- AddConstraint
CREATE UNIQUE INDEX CONCURRENTLY "one_email" ON "users"("email");

-- AddConstraint
ALTER TABLE "users" ADD CONSTRAINT "one_email" UNIQUE USING INDEX "one_email";

-- AddConstraint
CREATE UNIQUE INDEX CONCURRENTLY "users_name_email_key" ON "users"("name") INCLUDE ("email");

-- AddConstraint
ALTER TABLE "users" ADD CONSTRAINT "users_name_email_key" UNIQUE USING INDEX "users_name_email_key";

-- DropConstraint
ALTER TABLE "users" DROP CONSTRAINT "one_email";

-- AddConstraint
CREATE UNIQUE INDEX CONCURRENTLY "one_email" ON "users"("email");

-- AddConstraint
ALTER TABLE "users" ADD CONSTRAINT "one_email" UNIQUE USING INDEX "one_email" DEFERRABLE;

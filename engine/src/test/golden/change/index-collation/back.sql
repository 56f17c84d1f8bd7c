-- DropIndex
DROP INDEX "i";

-- CreateIndex
CREATE INDEX "i" ON "users"("name");

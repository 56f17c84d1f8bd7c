-- DropIndex
DROP INDEX "i";

-- CreateIndex
CREATE UNIQUE INDEX "i" ON "users"("name");

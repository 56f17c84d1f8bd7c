-- DropView
DROP VIEW "v";

-- AlterTable
ALTER TABLE "users" ADD COLUMN "a" INTEGER;

-- AlterTable
ALTER TABLE "users" ADD COLUMN "b" INTEGER;

-- AddConstraint
ALTER TABLE "users" ADD CONSTRAINT "users_a_b_key" UNIQUE ("a", "b");

-- AddConstraint
ALTER TABLE "users" ADD CONSTRAINT "users_check" CHECK (a > b);

-- CreateIndex
CREATE INDEX "i" ON "users"("b");

-- CreateView
CREATE VIEW "v" AS
SELECT id,
    a
   FROM users;

-- DropView
DROP VIEW "v";

-- DropConstraint
ALTER TABLE "users" DROP CONSTRAINT "users_a_b_key";

-- DropConstraint
ALTER TABLE "users" DROP CONSTRAINT "users_check";

-- DropIndex
DROP INDEX CONCURRENTLY "i";

-- AlterTable
ALTER TABLE "users" DROP COLUMN "a";

-- AlterTable
ALTER TABLE "users" DROP COLUMN "b";

-- CreateView
CREATE VIEW "v" AS
SELECT id
   FROM users;

SET lock_timeout = '3s';

BEGIN;

-- Rename
SET statement_timeout = '60s';
ALTER TABLE "children" RENAME CONSTRAINT "children_c_not_null" TO "has_c";

-- Rename
ALTER TABLE "parents" RENAME CONSTRAINT "has_a" TO "parents_a_not_null";

-- Rename
ALTER TABLE "users" RENAME CONSTRAINT "users_id_not_null" TO "users_id_there";

-- Rename
ALTER TABLE "users" RENAME CONSTRAINT "reachable by mail" TO "has_email";

-- Rename
ALTER TABLE "users" RENAME CONSTRAINT "is_called" TO "users_name_not_null";

-- DropConstraint
-- note LNT405: The constraint `own d` of `parents` no longer holds.
ALTER TABLE "parents" DROP CONSTRAINT "own d";

-- AlterTable
ALTER TABLE "users" DROP COLUMN "stars";

-- DropTable
DROP TABLE "fresh";

-- AlterTable
ALTER TABLE "users" ADD COLUMN "away" TEXT CONSTRAINT "is_away" NOT NULL DEFAULT 'x';

-- AlterTable: ACCESS EXCLUSIVE lock, reads every row
-- warning LNT114: `SET NOT NULL` reads all rows of `children` while nobody can read or write it.
-- warning LNT124: This goes over all rows of `children` while the transaction holds its lock on `children`.
SET statement_timeout = 0;
ALTER TABLE "children" ALTER COLUMN "d" SET NOT NULL;

-- AlterTable
-- note LNT404: Code that is running may not expect NULL in `users.nick`.
SET statement_timeout = '60s';
ALTER TABLE "users" ALTER COLUMN "nick" DROP NOT NULL;

-- AlterTable
-- note LNT404: Code that is running may not expect NULL in `users.born`.
ALTER TABLE "users" ALTER COLUMN "born" DROP NOT NULL;

-- AddConstraint: ACCESS EXCLUSIVE lock, reads every row
-- note LNT125: This is not the first `ALTER TABLE` here that goes over all rows of `children`.
SET statement_timeout = 0;
ALTER TABLE "children" ADD CONSTRAINT "has_b" NOT NULL "b";

-- AddConstraint: ACCESS EXCLUSIVE lock, reads every row
ALTER TABLE "parents" ADD CONSTRAINT "parents_d_not_null" NOT NULL "d";

-- AddConstraint: ACCESS EXCLUSIVE lock, reads every row
ALTER TABLE "users" ADD CONSTRAINT "has_age" NOT NULL "age";

COMMIT;

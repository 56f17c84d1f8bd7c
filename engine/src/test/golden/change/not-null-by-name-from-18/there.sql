SET lock_timeout = '3s';

BEGIN;

-- Rename
SET statement_timeout = '60s';
ALTER TABLE "children" RENAME CONSTRAINT "has_c" TO "children_c_not_null";

-- Rename
ALTER TABLE "parents" RENAME CONSTRAINT "parents_a_not_null" TO "has_a";

-- Rename
ALTER TABLE "users" RENAME CONSTRAINT "users_id_there" TO "users_id_not_null";

-- Rename
ALTER TABLE "users" RENAME CONSTRAINT "has_email" TO "reachable by mail";

-- Rename
ALTER TABLE "users" RENAME CONSTRAINT "users_name_not_null" TO "is_called";

-- DropConstraint
-- note LNT405: The constraint `parents_d_not_null` of `parents` no longer holds.
ALTER TABLE "parents" DROP CONSTRAINT "parents_d_not_null";

-- AlterTable
ALTER TABLE "users" DROP COLUMN "away";

-- CreateTable
CREATE TABLE "fresh" (
    "a" INTEGER CONSTRAINT "has_it" NOT NULL,
    "b" INTEGER CONSTRAINT "counts" NOT NULL GENERATED ALWAYS AS IDENTITY
);

-- AlterTable
ALTER TABLE "users" ADD COLUMN "stars" INTEGER CONSTRAINT "has_stars" NOT NULL DEFAULT 1;

-- AlterTable
-- note LNT404: Code that is running may not expect NULL in `children.b`.
ALTER TABLE "children" ALTER COLUMN "b" DROP NOT NULL;

-- AlterTable
-- note LNT404: Code that is running may not expect NULL in `children.d`.
ALTER TABLE "children" ALTER COLUMN "d" DROP NOT NULL;

-- AlterTable
-- note LNT404: Code that is running may not expect NULL in `users.age`.
ALTER TABLE "users" ALTER COLUMN "age" DROP NOT NULL;

-- AddConstraint
ALTER TABLE "parents" ADD CONSTRAINT "own d" NOT NULL "d" NO INHERIT NOT VALID;

COMMIT;

-- AlterTable: SHARE UPDATE EXCLUSIVE lock, reads every row
SET statement_timeout = 0;
ALTER TABLE "parents" VALIDATE CONSTRAINT "own d";

-- AddConstraint
SET statement_timeout = '60s';
ALTER TABLE "users" ADD CONSTRAINT "has_nick" NOT NULL "nick" NOT VALID;

-- AlterTable: SHARE UPDATE EXCLUSIVE lock, reads every row
SET statement_timeout = 0;
ALTER TABLE "users" VALIDATE CONSTRAINT "has_nick";

BEGIN;

-- AddConstraint
SET statement_timeout = '60s';
ALTER TABLE "users" ADD CONSTRAINT "was_born" NOT NULL "born" NOT VALID;

-- Comment
COMMENT ON CONSTRAINT "has_nick" ON "users" IS 'for the list';

COMMIT;

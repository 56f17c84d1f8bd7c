SET lock_timeout = '3s';

BEGIN;

-- DropForeignKey
-- note LNT405: The foreign key `a_b_fkey` of `a` no longer holds.
SET statement_timeout = '60s';
ALTER TABLE "a" DROP CONSTRAINT "a_b_fkey";

-- DropForeignKey
-- note LNT405: The foreign key `b_a_fkey` of `b` no longer holds.
ALTER TABLE "b" DROP CONSTRAINT "b_a_fkey";

-- DropTable
DROP TABLE "a";

-- DropTable
DROP TABLE "b";

COMMIT;

SET lock_timeout = '3s';

BEGIN;

-- DropForeignKey
-- note LNT405: The foreign key `o_t_fkey` of `o` no longer holds.
SET statement_timeout = '60s';
ALTER TABLE "o" DROP CONSTRAINT "o_t_fkey";

-- DropView
-- warning LNT407: Code that is running may use the view `v`.
DROP VIEW "v";

-- DropTable
DROP TABLE "o";

-- DropTable
DROP TABLE "t";

COMMIT;

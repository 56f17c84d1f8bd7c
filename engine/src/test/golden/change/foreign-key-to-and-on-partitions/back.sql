SET lock_timeout = '3s';

BEGIN;

-- DropForeignKey
-- note LNT405: The foreign key `log_parent_fkey` of `log` no longer holds.
SET statement_timeout = '60s';
ALTER TABLE "log" DROP CONSTRAINT "log_parent_fkey";

-- DropForeignKey
-- note LNT405: The foreign key `log_user_fkey` of `log` no longer holds.
ALTER TABLE "log" DROP CONSTRAINT "log_user_fkey";

-- DropForeignKey
-- note LNT405: The foreign key `notes_log_fkey` of `notes` no longer holds.
ALTER TABLE "notes" DROP CONSTRAINT "notes_log_fkey";

COMMIT;

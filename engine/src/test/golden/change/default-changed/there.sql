SET lock_timeout = '3s';

BEGIN;

-- AlterTable
SET statement_timeout = '60s';
ALTER TABLE "users" ALTER COLUMN "email" SET DEFAULT 'none';

-- AlterTable
-- note LNT406: Code that is running relies on the default `'x'` of `users.name`.
ALTER TABLE "users" ALTER COLUMN "name" SET DEFAULT 'y';

COMMIT;

SET lock_timeout = '3s';

BEGIN;

-- AlterTable
-- note LNT406: Code that is running may rely on the default of `users.email`.
SET statement_timeout = '60s';
ALTER TABLE "users" ALTER COLUMN "email" DROP DEFAULT;

-- AlterTable
-- note LNT406: Code that is running relies on the default `'y'` of `users.name`.
ALTER TABLE "users" ALTER COLUMN "name" SET DEFAULT 'x';

COMMIT;

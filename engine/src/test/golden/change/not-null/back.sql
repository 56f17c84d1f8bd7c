SET lock_timeout = '3s';

-- AlterTable
-- note LNT404: Code that is running may not expect NULL in `users.name`.
SET statement_timeout = '60s';
ALTER TABLE "users" ALTER COLUMN "name" DROP NOT NULL;

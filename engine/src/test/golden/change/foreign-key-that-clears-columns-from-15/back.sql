SET lock_timeout = '3s';

BEGIN;

-- DropForeignKey
SET statement_timeout = '60s';
ALTER TABLE "posts" DROP CONSTRAINT "fk";

-- DropConstraint
-- note LNT405: The unique constraint `users_id_email_key` of `users` no longer holds.
ALTER TABLE "users" DROP CONSTRAINT "users_id_email_key";

-- AlterTable
ALTER TABLE "posts" DROP COLUMN "email";

-- AddForeignKey: SHARE ROW EXCLUSIVE lock, reads every row
-- warning LNT112: The foreign key `fk` checks all rows of `posts` while nobody can write to it or to `users`.
-- warning LNT124: This goes over all rows of `posts` while the transaction holds its lock on `posts`.
SET statement_timeout = 0;
ALTER TABLE "posts" ADD CONSTRAINT "fk" FOREIGN KEY ("author") REFERENCES "users"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;

COMMIT;

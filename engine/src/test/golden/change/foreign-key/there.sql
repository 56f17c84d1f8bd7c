SET lock_timeout = '3s';

-- AddForeignKey
SET statement_timeout = '60s';
ALTER TABLE "posts" ADD CONSTRAINT "posts_author_fkey" FOREIGN KEY ("author") REFERENCES "users"("id") ON DELETE CASCADE ON UPDATE NO ACTION NOT VALID;

-- AlterTable: SHARE UPDATE EXCLUSIVE lock, reads every row
SET statement_timeout = 0;
ALTER TABLE "posts" VALIDATE CONSTRAINT "posts_author_fkey";

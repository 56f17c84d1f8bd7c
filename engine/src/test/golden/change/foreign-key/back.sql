SET lock_timeout = '3s';

-- DropForeignKey
-- note LNT405: The foreign key `posts_author_fkey` of `posts` no longer holds.
SET statement_timeout = '60s';
ALTER TABLE "posts" DROP CONSTRAINT "posts_author_fkey";

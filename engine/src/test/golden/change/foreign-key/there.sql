-- AddForeignKey
ALTER TABLE "posts" ADD CONSTRAINT "posts_author_fkey" FOREIGN KEY ("author") REFERENCES "users"("id") ON DELETE CASCADE ON UPDATE NO ACTION NOT VALID;

-- AlterTable
ALTER TABLE "posts" VALIDATE CONSTRAINT "posts_author_fkey";

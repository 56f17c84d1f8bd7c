-- CreateTable
CREATE TABLE "posts" (
    "id" BIGINT NOT NULL GENERATED ALWAYS AS IDENTITY,
    "author" INTEGER NOT NULL,
    "title" TEXT DEFAULT 'untitled',

    CONSTRAINT "posts_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "posts_author_idx" ON "posts"("author");

-- AddForeignKey
ALTER TABLE "posts" ADD CONSTRAINT "posts_author_fkey" FOREIGN KEY ("author") REFERENCES "users"("id") ON DELETE CASCADE ON UPDATE NO ACTION;

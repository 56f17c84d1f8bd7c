-- CreateSchema
CREATE SCHEMA IF NOT EXISTS "public";

-- CreateExtension
CREATE EXTENSION IF NOT EXISTS "citext" WITH SCHEMA "public";

-- CreateExtension
CREATE EXTENSION IF NOT EXISTS "uuid-ossp";

-- CreateTable
CREATE TABLE "Book" (
    "id" INTEGER NOT NULL,
    "title" TEXT NOT NULL,
    "data" JSONB NOT NULL,
    "tags" TEXT[],
    "ip" INET NOT NULL,
    "made" TIMESTAMP(3) NOT NULL,
    "deleted_at" TIMESTAMP(3),

    CONSTRAINT "Book_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "Book_title_key" ON "Book"("title" DESC);

-- CreateIndex
CREATE INDEX "Book_data_idx" ON "Book" USING GIN ("data" jsonb_path_ops);

-- CreateIndex
CREATE INDEX "plain" ON "Book" USING GIN ("data");

-- CreateIndex
CREATE INDEX "similar" ON "Book" USING GIN ("title" gin_trgm_ops);

-- CreateIndex
CREATE INDEX "Book_ip_idx" ON "Book" USING GIST ("ip" inet_ops);

-- CreateIndex
CREATE INDEX "Book_made_idx" ON "Book" USING BRIN ("made" timestamp_minmax_multi_ops);

-- CreateIndex
CREATE INDEX "alive" ON "Book"("title") WHERE ("deleted_at" IS NULL AND "made" != '2024-01-01T00:00:00Z');

-- CreateIndex
CREATE INDEX "long" ON "Book"("title") WHERE (length(title) > 3);

-- CreateIndex
CREATE UNIQUE INDEX "book_title" ON "Book"("title", "made" DESC);

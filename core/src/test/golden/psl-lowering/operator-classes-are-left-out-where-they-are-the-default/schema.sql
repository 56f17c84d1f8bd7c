-- CreateSchema
CREATE SCHEMA IF NOT EXISTS "public";

-- CreateExtension
CREATE EXTENSION IF NOT EXISTS "pg_trgm";

-- CreateTable
CREATE TABLE "Place" (
    "id" INTEGER NOT NULL,
    "name" TEXT NOT NULL,
    "code" VARCHAR(8) NOT NULL,
    "tags" TEXT[],
    "about" JSONB NOT NULL,

    CONSTRAINT "Place_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "defaults" ON "Place"("id", "name");

-- CreateIndex
CREATE INDEX "default_of_ranges" ON "Place" USING BRIN ("id");

-- CreateIndex
CREATE INDEX "bloom" ON "Place" USING BRIN ("id" int4_bloom_ops);

-- CreateIndex
CREATE INDEX "default_of_text" ON "Place"("code");

-- CreateIndex
CREATE INDEX "another_name_for_it" ON "Place"("code" varchar_ops);

-- CreateIndex
CREATE INDEX "arrays" ON "Place" USING GIN ("tags");

-- CreateIndex
CREATE INDEX "paths" ON "Place" USING GIN ("about" jsonb_path_ops);

-- CreateIndex
CREATE INDEX "parameters" ON "Place" USING GIST ("name" gist_trgm_ops (siglen = 32));

-- CreateIndex
CREATE INDEX "in_the_default_schema" ON "Place" USING GIN ("name" gin_trgm_ops);

-- CreateIndex
CREATE INDEX "elsewhere" ON "Place"("name" "ext"."Own Ops");

-- CreateIndex
CREATE INDEX "empty" ON "Place"("name");

-- CreateSchema
CREATE SCHEMA IF NOT EXISTS "extensions";

-- CreateSchema
CREATE SCHEMA IF NOT EXISTS "public";

-- CreateExtension
CREATE EXTENSION IF NOT EXISTS "btree_gist";

-- CreateExtension
CREATE EXTENSION IF NOT EXISTS "citext";

-- CreateExtension
CREATE EXTENSION IF NOT EXISTS "hstore" WITH SCHEMA "extensions";

-- CreateExtension
CREATE EXTENSION IF NOT EXISTS "pg_trgm" WITH SCHEMA "extensions";

-- CreateTable
CREATE TABLE "public"."t" (
    "id" INTEGER,
    "a" CITEXT,
    "b" "extensions".hstore,
    "c" TEXT,
    "d" CITEXT[],
    "during" tsrange,

    CONSTRAINT "t_id_during_excl" EXCLUDE USING GIST ("id" WITH =, "during" WITH &&)
);

-- CreateIndex
CREATE INDEX "near" ON "public"."t" USING GIST ("c" "extensions".gist_trgm_ops (siglen = 32));

-- CreateIndex
CREATE INDEX "trigrams" ON "public"."t" USING GIN ("c" "extensions".gin_trgm_ops);

-- CreateIndex
CREATE INDEX "unique_names" ON "public"."t"("a");

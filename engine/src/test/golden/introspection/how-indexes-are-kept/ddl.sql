-- CreateSchema
CREATE SCHEMA IF NOT EXISTS "public";

-- CreateTable
CREATE TABLE "measured" (
    "at" DATE,
    "value" INTEGER
) PARTITION BY RANGE (at);

-- CreateTable
CREATE TABLE "measured_1" PARTITION OF "measured" FOR VALUES FROM ('2024-01-01') TO ('2025-01-01');

-- CreateTable
CREATE TABLE "words" (
    "id" INTEGER NOT NULL,
    "name" TEXT,
    "span" int4range,

    CONSTRAINT "words_pk" PRIMARY KEY ("id") WITH (fillfactor = 70),
    CONSTRAINT "words_name" UNIQUE ("name") INCLUDE ("id") WITH (fillfactor = 60) DEFERRABLE,
    CONSTRAINT "words_span_excl" EXCLUDE USING GIST ("span" WITH &&) WITH (fillfactor = 50) WHERE (id > 0)
);

-- CreateIndex
CREATE INDEX "measured_all" ON "measured"("at");

-- CreateIndex
CREATE INDEX "measured_alone" ON ONLY "measured"("value");

-- CreateIndex
CREATE INDEX "words_lower" ON "words"("id", (lower(name)), (id + 1));

-- AlterIndex
ALTER INDEX "words_lower" ALTER COLUMN 2 SET STATISTICS 300;

-- AlterIndex
ALTER INDEX "words_lower" ALTER COLUMN 3 SET STATISTICS 0;

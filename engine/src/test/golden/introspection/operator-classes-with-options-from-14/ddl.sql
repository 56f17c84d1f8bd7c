-- CreateSchema
CREATE SCHEMA IF NOT EXISTS "public";

-- CreateTable
CREATE TABLE "t" (
    "a" INTEGER,
    "b" DATE
);

-- CreateIndex
CREATE INDEX "days" ON "t" USING BRIN ("b" date_bloom_ops (n_distinct_per_range = 100, false_positive_rate = 0.05));

-- CreateIndex
CREATE INDEX "ranges" ON "t" USING BRIN ("a" int4_minmax_multi_ops (values_per_range = 16));

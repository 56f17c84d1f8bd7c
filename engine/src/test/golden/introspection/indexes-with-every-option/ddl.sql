-- CreateSchema
CREATE SCHEMA IF NOT EXISTS "public";

-- CreateTable
CREATE TABLE "t" (
    "id" INTEGER NOT NULL,
    "a" INTEGER,
    "b" TEXT,
    "c" VARCHAR(10),
    "d" TEXT[],
    "e" JSONB,
    "f" TIMESTAMPTZ,
    "g" point,
    "h" TEXT COLLATE "C",
    "i" INET,
    "j" tsvector,

    CONSTRAINT "t_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "Odd ""Name""" ON "t"((e ->> 'a, b)'::text) NULLS FIRST);

-- CreateIndex
CREATE INDEX "arrays" ON "t" USING GIN ("d");

-- CreateIndex
CREATE INDEX "blocks" ON "t" USING BRIN ("f") WITH (pages_per_range = 32, autosummarize = on);

-- CreateIndex
CREATE INDEX "collated" ON "t"("b" COLLATE "C", "h", "h" COLLATE "POSIX" DESC);

-- CreateIndex
CREATE INDEX "documents" ON "t" USING GIN ("e" jsonb_path_ops);

-- CreateIndex
CREATE INDEX "expressions" ON "t"((lower(b)), (a + 1) DESC, "a", (upper((c)::text)) COLLATE "C" text_pattern_ops);

-- CreateIndex
CREATE INDEX "filled" ON "t"("f") WITH (fillfactor = 70);

-- CreateIndex
CREATE INDEX "hashed" ON "t" USING HASH ("b");

-- CreateIndex
CREATE INDEX "included" ON "t"("a") INCLUDE ("b", "c");

-- CreateIndex
CREATE INDEX "nets" ON "t" USING GIST ("i" inet_ops);

-- CreateIndex
CREATE UNIQUE INDEX "one_open" ON "t"("a") WHERE (f IS NULL);

-- CreateIndex
CREATE INDEX "part" ON "t"("a") WHERE ((b IS NOT NULL) AND ((c)::text <> 'x)'::text));

-- CreateIndex
CREATE INDEX "places" ON "t" USING GIST ("g");

-- CreateIndex
CREATE INDEX "prefixes" ON "t"("b" text_pattern_ops, "c" varchar_pattern_ops, "c" varchar_ops);

-- CreateIndex
CREATE INDEX "sorted" ON "t"("a" DESC, "b" NULLS FIRST, "c" DESC NULLS LAST, "f");

-- CreateIndex
CREATE INDEX "t_a_idx" ON "t"("a");

-- CreateIndex
CREATE INDEX "trees" ON "t" USING SPGIST ("b");

-- CreateIndex
CREATE UNIQUE INDEX "u" ON "t"("a", "b");

-- CreateIndex
CREATE INDEX "words" ON "t" USING GIN ("j") WITH (fastupdate = off);

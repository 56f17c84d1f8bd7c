-- CreateSchema
CREATE SCHEMA IF NOT EXISTS "public";

-- CreateSequence
CREATE SEQUENCE "counting";

-- CreateTable
CREATE TABLE "full_identity" (
    "a" INTEGER
);

-- CreateTable
CREATE TABLE "kept" (
    "id" INTEGER NOT NULL,
    "body" TEXT,
    "tail" TEXT,
    "number" INTEGER NOT NULL,
    "At" TIMESTAMPTZ,

    CONSTRAINT "kept_pkey" PRIMARY KEY ("id")
) WITH (fillfactor = 80, autovacuum_vacuum_scale_factor = 0.05, toast.autovacuum_enabled = false);

-- CreateTable
CREATE TABLE "no_identity" (
    "a" INTEGER
);

-- CreateTable
CREATE UNLOGGED TABLE "quick" (
    "a" INTEGER
);

-- AlterTable
ALTER TABLE ONLY "full_identity" FORCE ROW LEVEL SECURITY;

-- AlterTable
ALTER TABLE ONLY "full_identity" REPLICA IDENTITY FULL;

-- AlterTable
ALTER TABLE ONLY "kept" ALTER COLUMN "body" SET STORAGE EXTERNAL;

-- AlterTable
ALTER TABLE ONLY "kept" ALTER COLUMN "tail" SET STATISTICS 500;

-- AlterTable
ALTER TABLE ONLY "kept" ALTER COLUMN "number" SET (n_distinct = -0.5, n_distinct_inherited = 100);

-- AlterTable
ALTER TABLE ONLY "kept" ENABLE ROW LEVEL SECURITY;

-- AlterTable
ALTER TABLE ONLY "no_identity" ENABLE ROW LEVEL SECURITY;

-- AlterTable
ALTER TABLE ONLY "no_identity" FORCE ROW LEVEL SECURITY;

-- AlterTable
ALTER TABLE ONLY "no_identity" REPLICA IDENTITY NOTHING;

-- CreateIndex
CREATE INDEX "kept_at" ON "kept"("At");

-- CreateIndex
CREATE UNIQUE INDEX "kept_number" ON "kept"("number");

-- UseIndex
ALTER TABLE ONLY "kept" REPLICA IDENTITY USING INDEX "kept_number";

-- UseIndex
ALTER TABLE ONLY "kept" CLUSTER ON "kept_at";

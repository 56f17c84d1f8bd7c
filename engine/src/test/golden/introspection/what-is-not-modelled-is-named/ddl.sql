-- CreateSchema
CREATE SCHEMA IF NOT EXISTS "public";

-- CreateExtension
CREATE EXTENSION IF NOT EXISTS "citext";

-- CreateExtension
CREATE EXTENSION IF NOT EXISTS "hstore";

-- CreateTable
CREATE TABLE "t" (
    "id" INTEGER NOT NULL,
    "n" INTEGER,

    CONSTRAINT "t_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "child" (

) INHERITS ("t");

-- CreateTable
CREATE TABLE "parts" (
    "id" INTEGER,
    "at" DATE
) PARTITION BY RANGE (at);

-- CreateTable
CREATE TABLE "parts_2024" PARTITION OF "parts" FOR VALUES FROM ('2024-01-01') TO ('2025-01-01');

-- CreateTable
CREATE TABLE "tuned" (
    "kept" TEXT,
    "squeezed" TEXT,
    "counted" TEXT
);

-- AlterTable
ALTER TABLE ONLY "t" ENABLE ROW LEVEL SECURITY;

-- AlterTable
ALTER TABLE ONLY "t" REPLICA IDENTITY FULL;

-- AlterTable
ALTER TABLE ONLY "tuned" ALTER COLUMN "kept" SET STORAGE EXTERNAL;

-- AlterTable
ALTER TABLE ONLY "tuned" ALTER COLUMN "squeezed" SET (n_distinct = 5);

-- AlterTable
ALTER TABLE ONLY "tuned" ALTER COLUMN "counted" SET STATISTICS 500;

-- CreateView
CREATE VIEW "odd" AS
SELECT id
   FROM t
  WHERE (id > 1);

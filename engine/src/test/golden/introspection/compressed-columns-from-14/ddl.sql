-- CreateSchema
CREATE SCHEMA IF NOT EXISTS "public";

-- CreateTable
CREATE TABLE "kept" (
    "body" TEXT,
    "tail" TEXT
);

-- AlterTable
ALTER TABLE ONLY "kept" ALTER COLUMN "body" SET COMPRESSION pglz;

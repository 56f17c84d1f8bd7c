-- CreateSchema
CREATE SCHEMA IF NOT EXISTS "public";

-- CreateExtension
CREATE EXTENSION IF NOT EXISTS "citext";

-- CreateExtension
CREATE EXTENSION IF NOT EXISTS "hstore";

-- CreateTable
CREATE TABLE "child" (
    "id" INTEGER NOT NULL,
    "n" INTEGER
);

-- CreateTable
CREATE TABLE "parts" (
    "id" INTEGER,
    "at" DATE
);

-- CreateTable
CREATE TABLE "t" (
    "id" INTEGER NOT NULL,
    "n" INTEGER,

    CONSTRAINT "t_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "tuned" (
    "kept" TEXT,
    "squeezed" TEXT,
    "counted" TEXT
);

-- CreateView
CREATE VIEW "odd" AS
SELECT id
   FROM t
  WHERE (id > 1);

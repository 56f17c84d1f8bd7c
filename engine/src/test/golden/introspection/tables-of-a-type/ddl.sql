-- CreateSchema
CREATE SCHEMA IF NOT EXISTS "public";

-- CreateType
CREATE TYPE "pair" AS ("a" INTEGER, "b" TEXT);

-- CreateTable
CREATE TABLE "more_pairs" OF "pair";

-- CreateTable
CREATE TABLE "pairs" OF "pair" (
    "a" WITH OPTIONS NOT NULL,
    "b" WITH OPTIONS NOT NULL DEFAULT 'b',

    CONSTRAINT "pairs_pkey" PRIMARY KEY ("a")
);

-- CreateSchema
CREATE SCHEMA IF NOT EXISTS "public";

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

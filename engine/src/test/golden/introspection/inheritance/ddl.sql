-- CreateSchema
CREATE SCHEMA IF NOT EXISTS "public";

-- CreateTable
CREATE TABLE "things" (
    "id" SERIAL NOT NULL,
    "name" TEXT NOT NULL DEFAULT 'a',

    CONSTRAINT "things_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "named" CHECK (name <> ''::text)
);

-- CreateTable
CREATE TABLE "games" (
    "rules" TEXT
) INHERITS ("things");

-- CreateTable
CREATE TABLE "marked" (
    "mark" INTEGER,

    CONSTRAINT "no_child" CHECK (mark > 0) NO INHERIT
);

-- CreateTable
CREATE TABLE "joined" (
    "extra" INTEGER,
    "mark" INTEGER
);

-- CreateTable
CREATE TABLE "none" (

) INHERITS ("marked");

-- CreateTable
CREATE TABLE "toys" (
    "name" TEXT NOT NULL DEFAULT 'toy',
    "price" INTEGER,

    CONSTRAINT "toys_price_check" CHECK (price > 0)
) INHERITS ("things", "marked");

-- AlterTable
ALTER TABLE ONLY "games" ALTER COLUMN "id" SET NOT NULL;

-- AlterTable
ALTER TABLE ONLY "games" ALTER COLUMN "id" DROP DEFAULT;

-- AlterTable
ALTER TABLE ONLY "games" ALTER COLUMN "name" SET NOT NULL;

-- AlterTable
ALTER TABLE ONLY "games" ALTER COLUMN "name" SET DEFAULT 'game';

-- AlterTable
ALTER TABLE ONLY "joined" INHERIT "marked";

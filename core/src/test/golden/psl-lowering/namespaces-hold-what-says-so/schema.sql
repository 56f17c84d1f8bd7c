-- CreateSchema
CREATE SCHEMA IF NOT EXISTS "shop";

-- CreateSchema
CREATE SCHEMA IF NOT EXISTS "stock";

-- CreateEnum
CREATE TYPE "stock"."Genre" AS ENUM ('NOVEL');

-- CreateTable
CREATE TABLE "stock"."Book" (
    "id" SERIAL NOT NULL,
    "genre" "stock"."Genre" NOT NULL,
    "genres" "stock"."Genre"[] DEFAULT ARRAY['NOVEL']::"stock"."Genre"[],

    CONSTRAINT "Book_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "shop"."Sale" (
    "id" INTEGER NOT NULL,
    "bookId" INTEGER NOT NULL,

    CONSTRAINT "Sale_pkey" PRIMARY KEY ("id")
);

-- AddForeignKey
ALTER TABLE "shop"."Sale" ADD CONSTRAINT "Sale_bookId_fkey" FOREIGN KEY ("bookId") REFERENCES "stock"."Book"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

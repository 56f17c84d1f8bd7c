-- CreateSchema
CREATE SCHEMA IF NOT EXISTS "public";

-- CreateSequence
CREATE SEQUENCE "a_b_c_seq1" AS integer;

-- CreateTable
CREATE TABLE "a" (
    "id" INTEGER NOT NULL,
    "b_c" SERIAL NOT NULL,

    CONSTRAINT "a_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "a_b" (
    "id" INTEGER NOT NULL,
    "c" INTEGER NOT NULL DEFAULT nextval('"a_b_c_seq1"'::regclass),

    CONSTRAINT "a_b_pkey" PRIMARY KEY ("id")
);

-- OwnSequence
ALTER SEQUENCE "a_b_c_seq1" OWNED BY "a_b"."c";

-- CreateSchema
CREATE SCHEMA IF NOT EXISTS "public";

-- CreateType
CREATE TYPE "nothing" AS ();

-- CreateType
CREATE TYPE "pair" AS ("a" INTEGER, "b" TEXT COLLATE "C", "c" DECIMAL(10,2)[]);

-- CreateType
CREATE TYPE "floats" AS RANGE (SUBTYPE = double precision, SUBTYPE_DIFF = float8mi, MULTIRANGE_TYPE_NAME = floats_multirange);

-- CreateType
CREATE TYPE "texts" AS RANGE (SUBTYPE = text, COLLATION = "C", MULTIRANGE_TYPE_NAME = texts_multirange);

-- CreateType
CREATE COLLATION "german" (PROVIDER = libc, LOCALE = 'C');

-- CreateType
CREATE COLLATION "mixed" (PROVIDER = libc, LC_COLLATE = 'C', LC_CTYPE = 'POSIX');

-- CreateType
CREATE TEXT SEARCH DICTIONARY "plain" (TEMPLATE = simple, stopwords = 'english', accept = 'false');

-- CreateType
CREATE TEXT SEARCH CONFIGURATION "empty" (PARSER = "default");

-- CreateType
CREATE TEXT SEARCH CONFIGURATION "words" (PARSER = "default");

-- AlterType
ALTER TEXT SEARCH CONFIGURATION "words" ADD MAPPING FOR "float" WITH simple;

-- AlterType
ALTER TEXT SEARCH CONFIGURATION "words" ADD MAPPING FOR "int" WITH simple;

-- AlterType
ALTER TEXT SEARCH CONFIGURATION "words" ADD MAPPING FOR asciihword WITH simple;

-- AlterType
ALTER TEXT SEARCH CONFIGURATION "words" ADD MAPPING FOR asciiword WITH plain, simple;

-- AlterType
ALTER TEXT SEARCH CONFIGURATION "words" ADD MAPPING FOR email WITH simple;

-- AlterType
ALTER TEXT SEARCH CONFIGURATION "words" ADD MAPPING FOR file WITH simple;

-- AlterType
ALTER TEXT SEARCH CONFIGURATION "words" ADD MAPPING FOR host WITH simple;

-- AlterType
ALTER TEXT SEARCH CONFIGURATION "words" ADD MAPPING FOR hword WITH simple;

-- AlterType
ALTER TEXT SEARCH CONFIGURATION "words" ADD MAPPING FOR hword_asciipart WITH simple;

-- AlterType
ALTER TEXT SEARCH CONFIGURATION "words" ADD MAPPING FOR hword_numpart WITH simple;

-- AlterType
ALTER TEXT SEARCH CONFIGURATION "words" ADD MAPPING FOR hword_part WITH simple;

-- AlterType
ALTER TEXT SEARCH CONFIGURATION "words" ADD MAPPING FOR numhword WITH simple;

-- AlterType
ALTER TEXT SEARCH CONFIGURATION "words" ADD MAPPING FOR numword WITH simple;

-- AlterType
ALTER TEXT SEARCH CONFIGURATION "words" ADD MAPPING FOR sfloat WITH simple;

-- AlterType
ALTER TEXT SEARCH CONFIGURATION "words" ADD MAPPING FOR uint WITH simple;

-- AlterType
ALTER TEXT SEARCH CONFIGURATION "words" ADD MAPPING FOR url WITH simple;

-- AlterType
ALTER TEXT SEARCH CONFIGURATION "words" ADD MAPPING FOR url_path WITH simple;

-- AlterType
ALTER TEXT SEARCH CONFIGURATION "words" ADD MAPPING FOR version WITH simple;

-- AlterType
ALTER TEXT SEARCH CONFIGURATION "words" ADD MAPPING FOR word WITH plain, simple;

-- CreateDomain
CREATE DOMAIN "whole" AS "pair"
    CONSTRAINT "whole_check" CHECK ((VALUE).a IS NOT NULL);

-- CreateType
CREATE TYPE "pairs" AS ("first" "pair", "all_of_them" "pair"[], "d" "whole");

-- CreateTable
CREATE TABLE "other" (
    "a" INTEGER
);

-- CreateTable
CREATE TABLE "kept" (
    "one" "pair",
    "many" "pairs"[],
    "span" "floats" DEFAULT '[1,2)',
    "spans" "texts"[],
    "name" TEXT COLLATE "german",
    "row_of" "other"
);

-- CreateIndex
CREATE INDEX "kept_one_idx" ON "kept"("one");

-- CreateIndex
CREATE INDEX "kept_span_idx" ON "kept" USING GIST ("span");

-- Comment
COMMENT ON TYPE "pair" IS 'Two and more';

-- Comment
COMMENT ON COLUMN "pair"."a" IS 'The first';

-- Comment
COMMENT ON COLLATION "german" IS 'Not really';

-- Comment
COMMENT ON TEXT SEARCH CONFIGURATION "words" IS 'Ours';

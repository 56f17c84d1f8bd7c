-- CreateSchema
CREATE SCHEMA IF NOT EXISTS "other";

-- CreateSchema
CREATE SCHEMA IF NOT EXISTS "public";

-- CreateEnum
CREATE TYPE "other"."mood" AS ENUM ('sad');

-- CreateEnum
CREATE TYPE "public"."Mood" AS ENUM ('sad');

-- CreateEnum
CREATE TYPE "public"."mood" AS ENUM ('sad', 'it''s "ok"', 'Happy');

-- CreateDomain
CREATE DOMAIN "public"."code" AS CHAR(3) DEFAULT 'abc';

-- CreateTable
CREATE TABLE "public"."t" (
    "a" TEXT DEFAULT 'a',
    "b" TEXT DEFAULT 'tab	, quote '' and \ backslash',
    "c" VARCHAR(5) DEFAULT 'it''s',
    "d" CHAR(2) DEFAULT 'x',
    "e" INTEGER DEFAULT -5,
    "f" BIGINT DEFAULT -5000000000,
    "g" DECIMAL(5,2) DEFAULT -1.50,
    "h" DOUBLE PRECISION DEFAULT -1.5,
    "i" DECIMAL DEFAULT '-5',
    "j" BIGINT DEFAULT '7',
    "k" TIMESTAMPTZ DEFAULT '2020-03-19 12:21:00+00',
    "l" DATE DEFAULT '2020-01-01',
    "m" JSONB DEFAULT '{"a": ["b''c"]}',
    "n" UUID DEFAULT '00000000-0000-0000-0000-000000000000',
    "o" BYTEA DEFAULT '\x0102',
    "p" "public"."mood" DEFAULT 'it''s "ok"',
    "q" "public"."Mood" DEFAULT 'sad',
    "r" "other"."mood" DEFAULT 'sad',
    "s" "public"."mood"[] DEFAULT ARRAY['sad', 'Happy']::"mood"[],
    "t" TEXT[] DEFAULT ARRAY[]::TEXT[],
    "u" TEXT[] DEFAULT ARRAY['a, b', 'c\d', '', 'e''f']::TEXT[],
    "v" INTEGER[] DEFAULT ARRAY[1, 2]::INTEGER[],
    "w" BIGINT[] DEFAULT ARRAY[1, 2]::BIGINT[],
    "x" BOOLEAN[] DEFAULT ARRAY[true, false]::BOOLEAN[],
    "y" VARCHAR(3)[] DEFAULT '{a,b}',
    "z" "public"."Mood"[] DEFAULT ARRAY['sad']::"Mood"[],
    "aa" "other"."mood"[] DEFAULT ARRAY['sad']::"other"."mood"[],
    "bb" TEXT DEFAULT ('a'::text || 'b'::text),
    "cc" TEXT DEFAULT (1)::text,
    "dd" interval DEFAULT '1 day',
    "ee" TEXT DEFAULT 'a'::character varying,
    "ff" BIT(3) DEFAULT '101',
    "gg" DOUBLE PRECISION DEFAULT '1000000000000000000000000000000'::numeric,
    "hh" "public"."code" DEFAULT 'xyz'::bpchar,
    "ii" DOUBLE PRECISION[] DEFAULT ARRAY[1.5, 2]::DOUBLE PRECISION[],
    "jj" INET DEFAULT '10.0.0.1',
    "kk" SMALLINT DEFAULT -3,
    "ll" REAL DEFAULT 0.1
);

-- CreateSchema
CREATE SCHEMA IF NOT EXISTS "public";

-- CreateEnum
CREATE TYPE "Stage" AS ENUM ('DRAFT', 'for all');

-- CreateTable
CREATE TABLE "Sample" (
    "id" SERIAL NOT NULL,
    "small" SMALLSERIAL NOT NULL,
    "digits" INTEGER NOT NULL DEFAULT 7,
    "negative" BIGINT NOT NULL DEFAULT 0,
    "factor" DOUBLE PRECISION NOT NULL DEFAULT 1.50,
    "price" DECIMAL(65,30) NOT NULL DEFAULT 1500,
    "title" TEXT NOT NULL DEFAULT 'it''s "so"',
    "day" TIMESTAMP(3) NOT NULL DEFAULT '2024-02-29 23:59:59.250 +02:00',
    "made" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "notes" JSONB NOT NULL DEFAULT '{ "a": [1] }',
    "seal" BYTEA NOT NULL DEFAULT '\x68656c6c6f',
    "isOpen" BOOLEAN NOT NULL DEFAULT true,
    "stage" "Stage" NOT NULL DEFAULT 'for all',
    "stages" "Stage"[] DEFAULT ARRAY['DRAFT', 'for all']::"Stage"[],
    "words" VARCHAR(8)[] DEFAULT ARRAY['a''b', '']::VARCHAR(8)[],
    "numbers" INTEGER[] DEFAULT ARRAY[]::INTEGER[],
    "days" TIMESTAMP(3)[] DEFAULT ARRAY['2024-01-01 00:00:00 +00:00']::TIMESTAMP(3)[],
    "token" UUID NOT NULL DEFAULT gen_random_uuid(),
    "given" TEXT NOT NULL,
    "made_by" TEXT NOT NULL,
    "place" point,
    "search" tsvector DEFAULT ''::tsvector,

    CONSTRAINT "Sample_pkey" PRIMARY KEY ("id")
);

-- CreateSchema
CREATE SCHEMA IF NOT EXISTS "app";

-- CreateExtension
CREATE EXTENSION IF NOT EXISTS "citext";

-- CreateEnum
CREATE TYPE "app"."kind" AS ENUM ('info', 'error');

-- CreateTable
CREATE TABLE "app"."logs" (
    "id" BIGSERIAL NOT NULL,
    "text" CITEXT,
    "kind" "app"."kind" DEFAULT 'info',

    CONSTRAINT "logs_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "logs_text_idx" ON "app"."logs"((upper((text)::text)));

-- CreateView
CREATE VIEW "app"."errors" AS
SELECT l.id
   FROM app.logs l,
    app.logs m
  WHERE (l.kind = 'error'::app.kind);

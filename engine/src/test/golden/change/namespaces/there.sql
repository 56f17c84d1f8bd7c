-- CreateSchema
CREATE SCHEMA IF NOT EXISTS "audit";

-- CreateEnum
CREATE TYPE "audit"."kind" AS ENUM ('x');

-- CreateTable
CREATE TABLE "audit"."log" (
    "id" SERIAL NOT NULL,
    "who" INTEGER,
    "k" "audit"."kind",

    CONSTRAINT "log_pkey" PRIMARY KEY ("id")
);

-- AddForeignKey
ALTER TABLE "audit"."log" ADD CONSTRAINT "log_who_fkey" FOREIGN KEY ("who") REFERENCES "public"."users"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;

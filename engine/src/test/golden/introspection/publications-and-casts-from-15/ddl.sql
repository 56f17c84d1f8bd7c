-- Set
SET check_function_bodies = off;

-- CreateSchema
CREATE SCHEMA IF NOT EXISTS "app";

-- CreateSchema
CREATE SCHEMA IF NOT EXISTS "public";

-- CreateEnum
CREATE TYPE "public"."mood" AS ENUM ('sad', 'happy');

-- CreateFunction
CREATE FUNCTION "public"."mood_of"(integer)
 RETURNS mood
 LANGUAGE sql
 IMMUTABLE
AS $function$select 'sad'::mood$function$;

-- CreateCast
CREATE CAST (integer as mood) WITH FUNCTION mood_of(integer) AS ASSIGNMENT;

-- CreateCast
CREATE CAST (mood as text) WITH INOUT AS IMPLICIT;

-- CreateTable
CREATE TABLE "app"."u" (
    "id" INTEGER NOT NULL,

    CONSTRAINT "u_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "public"."t" (
    "id" INTEGER NOT NULL,
    "n" INTEGER,
    "label" TEXT,

    CONSTRAINT "t_pkey" PRIMARY KEY ("id")
);

-- CreateView
CREATE VIEW "public"."of_cast" AS
SELECT (1)::mood AS m;

-- CreatePublication
CREATE PUBLICATION "books" FOR TABLE ONLY app.u, TABLE ONLY t (id, n) WHERE ((id > 1)) WITH (publish = 'insert, update');

-- CreatePublication
CREATE PUBLICATION "nothing_yet";

-- CreatePublication
CREATE PUBLICATION "roots" FOR TABLE ONLY t WITH (publish_via_partition_root = true);

-- Comment
COMMENT ON CAST (integer as mood) IS 'by number';

-- Comment
COMMENT ON PUBLICATION "books" IS 'for the shop';

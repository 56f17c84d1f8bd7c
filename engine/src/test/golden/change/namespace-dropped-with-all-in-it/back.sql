-- Set
SET check_function_bodies = off;

-- CreateSchema
CREATE SCHEMA IF NOT EXISTS "s";

-- CreateEnum
CREATE TYPE "s"."k" AS ENUM ('a');

-- CreateFunction
CREATE FUNCTION "s"."f"()
 RETURNS integer
 LANGUAGE sql
AS $function$select 1$function$;

-- CreateTable
CREATE TABLE "s"."t" (
    "k" "s"."k",
    "u" INTEGER
);

-- AddForeignKey
ALTER TABLE "s"."t" ADD CONSTRAINT "t_u_fkey" FOREIGN KEY ("u") REFERENCES "public"."users"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- CreateView
CREATE VIEW "s"."v" AS
SELECT s.f() AS f,
    k
   FROM s.t;

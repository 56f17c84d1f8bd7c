-- Set
SET check_function_bodies = off;

-- CreateSchema
CREATE SCHEMA IF NOT EXISTS "app";

-- CreateSchema
CREATE SCHEMA IF NOT EXISTS "public";

-- CreateEnum
CREATE TYPE "app"."mood" AS ENUM ('sad');

-- CreateSequence
CREATE SEQUENCE "public"."numbers";

-- CreateDomain
CREATE DOMAIN "public"."short" AS TEXT;

-- CreateFunction
CREATE FUNCTION "public"."f"(a integer)
 RETURNS integer
 LANGUAGE sql
AS $function$select 1$function$;

-- CreateFunction
CREATE PROCEDURE "public"."p"()
 LANGUAGE sql
AS $procedure$select 1$procedure$;

-- CreateFunction
CREATE AGGREGATE "public"."total"(integer) (
    SFUNC = int4pl,
    STYPE = integer
);

-- CreateTable
CREATE TABLE "app"."plain" (
    "id" INTEGER
);

-- CreateTable
CREATE TABLE "public"."t" (
    "id" INTEGER NOT NULL GENERATED ALWAYS AS IDENTITY,
    "n" INTEGER,
    "Secret" TEXT,

    CONSTRAINT "t_pkey" PRIMARY KEY ("id")
);

-- CreateView
CREATE MATERIALIZED VIEW "public"."mv" AS
SELECT n
   FROM t;

-- CreateView
CREATE VIEW "public"."v" AS
SELECT id
   FROM t;

-- Grant
GRANT USAGE ON SCHEMA "app" TO PUBLIC;

-- Grant
GRANT USAGE, CREATE ON SCHEMA "app" TO pg_monitor;

-- Grant
REVOKE USAGE ON TYPE "app"."mood" FROM PUBLIC;

-- Grant
REVOKE INSERT ON TABLE "app"."plain" FROM CURRENT_USER;

-- Grant
GRANT CREATE ON SCHEMA "public" TO pg_monitor;

-- Grant
REVOKE EXECUTE ON FUNCTION "public"."f"(a integer) FROM PUBLIC;

-- Grant
GRANT EXECUTE ON FUNCTION "public"."f"(a integer) TO pg_monitor;

-- Grant
GRANT SELECT ON TABLE "public"."mv" TO PUBLIC;

-- Grant
GRANT USAGE ON SEQUENCE "public"."numbers" TO pg_monitor;

-- Grant
REVOKE EXECUTE ON PROCEDURE "public"."p"() FROM PUBLIC;

-- Grant
GRANT USAGE ON TYPE "public"."short" TO pg_monitor;

-- Grant
GRANT INSERT, SELECT ON TABLE "public"."t" TO pg_monitor;

-- Grant
GRANT UPDATE ON TABLE "public"."t" TO pg_monitor WITH GRANT OPTION;

-- Grant
GRANT SELECT ON TABLE "public"."t" TO PUBLIC;

-- Grant
GRANT UPDATE ("Secret") ON TABLE "public"."t" TO pg_read_all_stats;

-- Grant
GRANT SELECT ("n") ON TABLE "public"."t" TO pg_read_all_stats;

-- Grant
REVOKE EXECUTE ON FUNCTION "public"."total"(integer) FROM PUBLIC;

-- Grant
GRANT SELECT ON TABLE "public"."v" TO PUBLIC;

-- AlterDefaultPrivileges
ALTER DEFAULT PRIVILEGES FOR ROLE CURRENT_USER REVOKE EXECUTE ON FUNCTIONS FROM PUBLIC;

-- AlterDefaultPrivileges
ALTER DEFAULT PRIVILEGES FOR ROLE CURRENT_USER GRANT USAGE ON SEQUENCES TO pg_monitor WITH GRANT OPTION;

-- AlterDefaultPrivileges
ALTER DEFAULT PRIVILEGES FOR ROLE CURRENT_USER IN SCHEMA "app" GRANT INSERT, SELECT ON TABLES TO pg_monitor;

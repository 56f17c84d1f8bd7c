-- Set
SET check_function_bodies = off;

-- CreateSchema
CREATE SCHEMA IF NOT EXISTS "public";

-- CreateExtension
CREATE EXTENSION IF NOT EXISTS "citext";

-- CreateExtension
CREATE EXTENSION IF NOT EXISTS "hstore";

-- CreateSequence
CREATE SEQUENCE "numbers";

-- CreateType
CREATE TYPE "pair" AS ("a" INTEGER, "b" TEXT);

-- CreateType
CREATE TYPE "floats" AS RANGE (SUBTYPE = double precision, MULTIRANGE_TYPE_NAME = floats_multirange);

-- CreateType
CREATE COLLATION "german" (PROVIDER = libc, LOCALE = 'C');

-- CreateType
CREATE TEXT SEARCH CONFIGURATION "words" (PARSER = "default");

-- AlterType
ALTER TEXT SEARCH CONFIGURATION "words" ADD MAPPING FOR "float" WITH simple;

-- AlterType
ALTER TEXT SEARCH CONFIGURATION "words" ADD MAPPING FOR "int" WITH simple;

-- AlterType
ALTER TEXT SEARCH CONFIGURATION "words" ADD MAPPING FOR asciihword WITH simple;

-- AlterType
ALTER TEXT SEARCH CONFIGURATION "words" ADD MAPPING FOR asciiword WITH simple;

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
ALTER TEXT SEARCH CONFIGURATION "words" ADD MAPPING FOR word WITH simple;

-- CreateFunction
CREATE FUNCTION "f"(a integer, b text DEFAULT ''::text)
 RETURNS integer
 LANGUAGE sql
AS $function$select 1$function$;

-- CreateFunction
CREATE FUNCTION "touch"()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$begin return new; end$function$;

-- CreateFunction
CREATE FUNCTION "watch"()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$begin return new; end$function$;

-- CreateFunction
CREATE PROCEDURE "p"()
 LANGUAGE sql
AS $procedure$select 1$procedure$;

-- CreateFunction
CREATE AGGREGATE "total"(integer) (
    SFUNC = int4pl,
    STYPE = integer,
    INITCOND = '0'
);

-- CreateCast
CREATE CAST (text as pair) WITH INOUT;

-- CreateTable
CREATE TABLE "t" (
    "id" INTEGER NOT NULL,
    "n" INTEGER,

    CONSTRAINT "t_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "p" (
    "id" INTEGER
) PARTITION BY LIST (id);

-- CreateTable
CREATE TABLE "p1" PARTITION OF "p" FOR VALUES IN (1);

-- CreateTable
CREATE TABLE "parts" (
    "id" INTEGER,
    "at" DATE
) PARTITION BY RANGE (at);

-- CreateTable
CREATE TABLE "parts_2024" PARTITION OF "parts" FOR VALUES FROM ('2024-01-01') TO ('2025-01-01');

-- CreateTable
CREATE UNLOGGED TABLE "quick" (
    "id" SERIAL NOT NULL
);

-- CreateTable
CREATE TABLE "tuned" (
    "kept" TEXT,
    "squeezed" TEXT,
    "counted" TEXT
);

-- AlterTable
ALTER TABLE ONLY "t" ENABLE ROW LEVEL SECURITY;

-- AlterTable
ALTER TABLE ONLY "t" REPLICA IDENTITY FULL;

-- CreateTable
CREATE TABLE "child" (

) INHERITS ("t");

-- AlterTable
ALTER TABLE ONLY "tuned" ALTER COLUMN "kept" SET STORAGE EXTERNAL;

-- AlterTable
ALTER TABLE ONLY "tuned" ALTER COLUMN "squeezed" SET (n_distinct = 5);

-- AlterTable
ALTER TABLE ONLY "tuned" ALTER COLUMN "counted" SET STATISTICS 500;

-- CreateView
CREATE MATERIALIZED VIEW "mv" AS
SELECT n
   FROM t;

-- CreateView
CREATE VIEW "odd" WITH (security_barrier = true, check_option = cascaded) AS
SELECT id
   FROM t
  WHERE (id > 1);

-- CreateRule
CREATE RULE quiet AS
    ON DELETE TO t DO INSTEAD NOTHING;

-- CreateTrigger
CREATE TRIGGER watched BEFORE INSERT ON p FOR EACH ROW EXECUTE FUNCTION watch();

-- CreateTrigger
CREATE TRIGGER touched BEFORE UPDATE ON t FOR EACH ROW EXECUTE FUNCTION touch();

-- CreatePolicy
CREATE POLICY "mine" ON "t" TO PUBLIC USING (n > 0);

-- CreateStatistics
CREATE STATISTICS "both_columns" ON id, n FROM t;

-- CreatePublication
CREATE PUBLICATION "everything" FOR TABLE ONLY child, TABLE ONLY t;

-- Grant
GRANT SELECT ON TABLE "p" TO PUBLIC;

-- Grant
GRANT SELECT ON TABLE "p1" TO PUBLIC;

-- Grant
GRANT SELECT ON TABLE "quick" TO PUBLIC;

-- Grant
GRANT SELECT ON TABLE "t" TO PUBLIC;

-- Grant
GRANT INSERT ("n") ON TABLE "t" TO pg_monitor;

-- Grant
GRANT SELECT ON TABLE "tuned" TO PUBLIC;

-- AlterDefaultPrivileges
ALTER DEFAULT PRIVILEGES FOR ROLE CURRENT_USER GRANT SELECT ON TABLES TO PUBLIC;

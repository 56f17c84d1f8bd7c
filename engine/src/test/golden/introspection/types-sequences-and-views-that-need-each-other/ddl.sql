-- CreateSchema
CREATE SCHEMA IF NOT EXISTS "public";

-- CreateEnum
CREATE TYPE "empty_enum" AS ENUM ();

-- CreateEnum
CREATE TYPE "z_status" AS ENUM ('on', 'off');

-- CreateSequence
CREATE SEQUENCE "z_ids" AS smallint MINVALUE 5 MAXVALUE 100 START WITH 10 CACHE 2 CYCLE;

-- CreateSequence
CREATE SEQUENCE "down" INCREMENT BY -1;

-- CreateSequence
CREATE SEQUENCE "large" MAXVALUE 9000000000000;

-- CreateSequence
CREATE SEQUENCE "owned";

-- CreateDomain
CREATE DOMAIN "z_base" AS VARCHAR(20) DEFAULT 'x' NOT NULL;

-- CreateDomain
CREATE DOMAIN "a_derived" AS "z_base" DEFAULT 'x'::character varying
    CONSTRAINT "not_y" CHECK ((VALUE)::text <> 'y'::text);

-- CreateDomain
CREATE DOMAIN "next_id" AS INTEGER DEFAULT nextval('z_ids'::regclass);

-- CreateDomain
CREATE DOMAIN "sorted" AS TEXT COLLATE "C"
    CONSTRAINT "short" CHECK (length(VALUE) < 10)
    CONSTRAINT "filled" CHECK (VALUE <> ''::text);

-- CreateDomain
CREATE DOMAIN "statuses" AS "z_status"[];

-- CreateTable
CREATE TABLE "a" (
    "id" "next_id",
    "name" "a_derived",
    "status" "z_status" DEFAULT 'on',
    "all_of_them" "statuses"
);

-- CreateTable
CREATE TABLE "b" (
    "n" INTEGER
);

-- OwnSequence
ALTER SEQUENCE "owned" OWNED BY "b"."n";

-- AddConstraint
ALTER DOMAIN "sorted" ADD CONSTRAINT "later" CHECK (VALUE <> 'z'::text) NOT VALID;

-- CreateView
CREATE VIEW "z_view" AS
SELECT id,
    name
   FROM a
  WHERE (status = 'on'::z_status);

-- CreateView
CREATE VIEW "a_view" AS
SELECT ((z.name)::text || '!'::text) AS shout,
    b.n
   FROM (z_view z
     LEFT JOIN b ON (true));

-- CreateView
CREATE VIEW "columns" AS
SELECT 1 AS x,
    'two'::text AS y;

-- Set
SET check_function_bodies = off;

-- CreateSchema
CREATE SCHEMA IF NOT EXISTS "public";

-- CreateSchema
CREATE SCHEMA IF NOT EXISTS "tools";

-- CreateEnum
CREATE TYPE "public"."mood" AS ENUM ('sad', 'happy');

-- CreateFunction
CREATE FUNCTION "public"."add_to"(state integer, next integer)
 RETURNS integer
 LANGUAGE sql
AS $function$select state + next$function$;

-- CreateFunction
CREATE FUNCTION "public"."plus"(a integer, b integer DEFAULT 1)
 RETURNS integer
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE STRICT COST 7
AS $function$select a + b$function$;

-- CreateFunction
CREATE FUNCTION "public"."plus"(a text, VARIADIC b text[] DEFAULT '{}'::text[])
 RETURNS text
 LANGUAGE sql
AS $function$select a || array_to_string(b, '')$function$;

-- CreateFunction
CREATE FUNCTION "public"."touch"()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$begin new.changed := now(); return new; end$function$;

-- CreateFunction
CREATE PROCEDURE "public"."tidy"(IN days integer DEFAULT 30, INOUT done integer DEFAULT 0)
 LANGUAGE plpgsql
AS $procedure$ begin delete from log where at < now() - make_interval(days => days); done := 1; end $procedure$;

-- CreateFunction
CREATE AGGREGATE "public"."everything"(*) (
    SFUNC = int8inc,
    STYPE = bigint,
    INITCOND = '0'
);

-- CreateFunction
CREATE AGGREGATE "public"."total"(double precision) (
    SFUNC = float8pl,
    STYPE = double precision,
    SSPACE = 16,
    MSFUNC = float8pl,
    MINVFUNC = float8mi,
    MSTYPE = double precision,
    MINITCOND = '0'
);

-- CreateFunction
CREATE AGGREGATE "public"."total"(integer) (
    SFUNC = add_to,
    STYPE = integer,
    INITCOND = '0',
    PARALLEL = SAFE
);

-- CreateFunction
CREATE FUNCTION "tools"."later"(OUT x integer, INOUT y text)
 RETURNS record
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'tools'
 SET work_mem TO '4MB'
AS $function$ begin select count(*), y into x, y from nowhere_yet; end $function$;

-- CreateFunction
CREATE AGGREGATE "tools"."greatest_of"(integer) (
    SFUNC = int4larger,
    STYPE = integer,
    SORTOP = OPERATOR(pg_catalog.>)
);

-- CreateTable
CREATE TABLE "public"."t" (
    "id" INTEGER NOT NULL,
    "n" INTEGER DEFAULT 0,
    "m" "public"."mood",
    "changed" TIMESTAMPTZ,

    CONSTRAINT "t_pkey" PRIMARY KEY ("id")
);

-- CreateFunction
CREATE FUNCTION "public"."listed"(a integer)
 RETURNS TABLE(id integer, label text)
 LANGUAGE sql
 STABLE
BEGIN ATOMIC
 SELECT t.id,
     (t.m)::text AS m
    FROM t
   WHERE (t.id = listed.a);
END;

-- CreateTable
CREATE TABLE "public"."log" (
    "at" TIMESTAMPTZ DEFAULT now(),
    "what" TEXT
);

-- CreateTable
CREATE TABLE "public"."with_function" (
    "id" INTEGER,
    "n" INTEGER DEFAULT plus(1, 2),

    CONSTRAINT "with_function_n_check" CHECK (plus(n) > 0)
);

-- CreateIndex
CREATE INDEX "with_function_plus_idx" ON "public"."with_function"((plus(n, id)));

-- CreateView
CREATE VIEW "public"."v" AS
SELECT id,
    n
   FROM t;

-- CreateFunction
CREATE FUNCTION "public"."rows_of"(p t)
 RETURNS SETOF v
 LANGUAGE sql
 ROWS 5
AS $function$select p.id, p.n$function$;

-- CreateRule
CREATE RULE "Log" AS
    ON INSERT TO t DO  INSERT INTO log (what)
  VALUES ('t '::text || new.id);

-- CreateRule
CREATE RULE quiet AS
    ON DELETE TO t
   WHERE old.id = 1 DO INSTEAD NOTHING;

-- CreateRule
CREATE RULE into_view AS
    ON UPDATE TO v DO INSTEAD ( UPDATE t SET n = new.n
  WHERE t.id = old.id;

 NOTIFY changed;
);

-- CreateTrigger
CREATE CONSTRAINT TRIGGER deferred AFTER UPDATE ON log DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION touch();

-- CreateTrigger
CREATE TRIGGER "Off" AFTER DELETE ON t FOR EACH STATEMENT EXECUTE FUNCTION touch('a', 'it''s');

-- CreateTrigger
CREATE TRIGGER always AFTER INSERT ON t REFERENCING NEW TABLE AS fresh FOR EACH STATEMENT EXECUTE FUNCTION touch();

-- CreateTrigger
CREATE TRIGGER replica BEFORE TRUNCATE ON t FOR EACH STATEMENT EXECUTE FUNCTION touch();

-- CreateTrigger
CREATE TRIGGER touched BEFORE INSERT OR UPDATE OF n, m ON t FOR EACH ROW WHEN (new.n > 0) EXECUTE FUNCTION touch();

-- CreateTrigger
CREATE TRIGGER instead INSTEAD OF INSERT ON v FOR EACH ROW EXECUTE FUNCTION touch();

-- AlterTable
ALTER TABLE "public"."t" DISABLE TRIGGER "Off";

-- AlterTable
ALTER TABLE "public"."t" ENABLE ALWAYS TRIGGER "always";

-- AlterTable
ALTER TABLE "public"."t" ENABLE REPLICA TRIGGER "replica";

-- AlterTable
ALTER TABLE "public"."t" DISABLE RULE "quiet";

-- CreatePolicy
CREATE POLICY "adding" ON "public"."log" FOR INSERT TO PUBLIC WITH CHECK (what <> ''::text);

-- CreatePolicy
CREATE POLICY "everybody" ON "public"."t" TO PUBLIC;

-- CreatePolicy
CREATE POLICY "mine" ON "public"."t" AS RESTRICTIVE FOR UPDATE TO "pg_monitor" USING (n > plus(1)) WITH CHECK (n < 100);

-- CreateStatistics
CREATE STATISTICS "public"."Both" ON id, n FROM t;

-- CreateStatistics
CREATE STATISTICS "tools"."elsewhere" (ndistinct, mcv) ON m, n FROM t;

-- CreateStatistics
CREATE STATISTICS "public"."texts" ON (n + 1), (id * 2) FROM t;

-- AlterStatistics
ALTER STATISTICS "public"."Both" SET STATISTICS 50;

-- Comment
COMMENT ON FUNCTION "public"."plus"(a text, VARIADIC b text[]) IS 'joins';

-- Comment
COMMENT ON PROCEDURE "public"."tidy"(IN days integer, INOUT done integer) IS 'tidies';

-- Comment
COMMENT ON AGGREGATE "public"."total"(integer) IS 'sums';

-- Comment
COMMENT ON TRIGGER "touched" ON "public"."t" IS 'keeps the time';

-- Comment
COMMENT ON RULE "quiet" ON "public"."t" IS 'the first stays';

-- Comment
COMMENT ON POLICY "mine" ON "public"."t" IS 'only some';

-- Comment
COMMENT ON STATISTICS "public"."Both" IS 'they go together';

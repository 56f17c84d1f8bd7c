-- Set
SET check_function_bodies = off;

-- CreateSchema
CREATE SCHEMA IF NOT EXISTS "public";

-- CreateFunction
CREATE FUNCTION "touch"()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$begin return new; end$function$;

-- CreateTable
CREATE TABLE "t" (
    "id" INTEGER NOT NULL,
    "n" INTEGER DEFAULT 0,
    "label" TEXT,

    CONSTRAINT "t_pkey" PRIMARY KEY ("id")
);

-- CreateView
CREATE VIEW "counted" AS
WITH RECURSIVE counted(n) AS (
         VALUES (1)
        UNION ALL
         SELECT (counted_1.n + 1)
           FROM counted counted_1
          WHERE (counted_1.n < 3)
        )
 SELECT n
   FROM counted;

-- CreateView
CREATE VIEW "guarded" WITH (security_barrier = true, check_option = cascaded) AS
SELECT id,
    n
   FROM t
  WHERE (n > 0);

-- CreateView
CREATE MATERIALIZED VIEW "sums" WITH (fillfactor = 70) AS
SELECT n,
    count(*) AS total,
    (max(label))::character varying(10) AS label
   FROM t
  GROUP BY n;

-- CreateIndex
CREATE INDEX "Totals" ON "sums"("total" DESC, (lower((label)::text))) WHERE (total > 1);

-- CreateIndex
CREATE UNIQUE INDEX "sums_n_idx" ON "sums"("n");

-- CreateView
CREATE MATERIALIZED VIEW "later" AS
SELECT total
   FROM sums
WITH NO DATA;

-- CreateIndex
CREATE INDEX "later_total_idx" ON "later"("total");

-- CreateView
CREATE VIEW "local" WITH (check_option = local) AS
SELECT id,
    n,
    label
   FROM t
  WHERE (id > 1);

-- CreateView
CREATE VIEW "reads_sums" AS
SELECT sum(total) AS all_of_them
   FROM sums;

-- AlterView
ALTER VIEW "local" ALTER COLUMN "n" SET DEFAULT 5;

-- AlterView
ALTER VIEW "local" ALTER COLUMN "label" SET DEFAULT 'it''s';

-- CreateTrigger
CREATE TRIGGER instead INSTEAD OF UPDATE ON local FOR EACH ROW EXECUTE FUNCTION touch();

-- Comment
COMMENT ON VIEW "guarded" IS 'only some';

-- Comment
COMMENT ON MATERIALIZED VIEW "sums" IS 'kept';

-- Comment
COMMENT ON COLUMN "sums"."total" IS 'how many';

-- Comment
COMMENT ON INDEX "Totals" IS 'for the list';

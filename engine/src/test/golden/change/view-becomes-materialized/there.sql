SET lock_timeout = '3s';

BEGIN;

-- DropView
SET statement_timeout = '60s';
DROP MATERIALIZED VIEW "b";

-- DropView
DROP VIEW "on_a";

-- DropView
DROP VIEW "a";

-- CreateView
CREATE MATERIALIZED VIEW "a" AS
SELECT id,
    n
   FROM t;

-- CreateIndex
CREATE INDEX "a_n" ON "a"("n");

-- CreateView
CREATE VIEW "b" AS
SELECT id
   FROM t;

-- CreateView
CREATE VIEW "on_a" AS
SELECT n
   FROM a;

-- Comment
COMMENT ON VIEW "b" IS 'B';

COMMIT;

SET lock_timeout = '3s';

BEGIN;

-- DropView
SET statement_timeout = '60s';
DROP VIEW "b";

-- DropView
DROP VIEW "on_a";

-- DropView
DROP MATERIALIZED VIEW "a";

-- CreateView
CREATE VIEW "a" AS
SELECT id,
    n
   FROM t;

-- CreateView
CREATE MATERIALIZED VIEW "b" AS
SELECT id
   FROM t;

-- CreateIndex
CREATE INDEX "b_id" ON "b"("id");

-- CreateView
CREATE VIEW "on_a" AS
SELECT n
   FROM a;

-- Comment
COMMENT ON MATERIALIZED VIEW "b" IS 'B';

COMMIT;

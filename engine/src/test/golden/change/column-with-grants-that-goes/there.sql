SET lock_timeout = '3s';

BEGIN;

-- DropView
SET statement_timeout = '60s';
DROP VIEW "w";

-- DropView
DROP VIEW "v";

-- AlterTable
ALTER TABLE "t" DROP COLUMN "a";

-- AlterTable
ALTER TABLE "t" ADD COLUMN "c" INTEGER;

-- CreateView
CREATE VIEW "v" AS
SELECT id AS x,
    a AS z
   FROM base;

-- AlterView
ALTER VIEW "v" ALTER COLUMN "z" SET DEFAULT 4;

-- CreateView
CREATE VIEW "w" AS
SELECT z
   FROM v
  WHERE (x > 1);

-- Comment
COMMENT ON COLUMN "v"."z" IS 'zz';

-- Grant
-- warning LNT605: `select ( c ) on table t` is granted to every role there is and will be.
GRANT SELECT ("c") ON TABLE "t" TO PUBLIC;

-- Grant
-- warning LNT605: `select ( z ) on table v` is granted to every role there is and will be.
GRANT SELECT ("z") ON TABLE "v" TO PUBLIC;

-- Grant
-- warning LNT605: `select ( x ) on table v` is granted to every role there is and will be.
GRANT SELECT ("x") ON TABLE "v" TO PUBLIC;

COMMIT;

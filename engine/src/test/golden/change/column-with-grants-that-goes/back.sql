SET lock_timeout = '3s';

BEGIN;

-- DropView
SET statement_timeout = '60s';
DROP VIEW "w";

-- DropView
DROP VIEW "v";

-- AlterTable
ALTER TABLE "t" DROP COLUMN "c";

-- AlterTable
ALTER TABLE "t" ADD COLUMN "a" INTEGER;

-- CreateView
CREATE VIEW "v" WITH (check_option = cascaded) AS
SELECT id AS x,
    a AS y
   FROM base;

-- AlterView
ALTER VIEW "v" ALTER COLUMN "y" SET DEFAULT 3;

-- CreateView
CREATE VIEW "w" AS
SELECT y
   FROM v
  WHERE (x > 1);

-- Comment
COMMENT ON COLUMN "v"."y" IS 'yy';

-- Grant
-- warning LNT605: `select ( a ) on table t` is granted to every role there is and will be.
GRANT SELECT ("a") ON TABLE "t" TO PUBLIC;

-- Grant
-- warning LNT605: `select ( x ) on table v` is granted to every role there is and will be.
GRANT SELECT ("x") ON TABLE "v" TO PUBLIC;

COMMIT;

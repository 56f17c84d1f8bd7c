SET lock_timeout = '3s';

BEGIN;

-- DropView
-- warning LNT407: Code that is running may use the view `s.v`.
SET statement_timeout = '60s';
DROP VIEW "s"."v";

-- Drop
-- warning LNT407: Code that is running may use the function `s.f`.
DROP FUNCTION "s"."f"();

-- DropTable
DROP TABLE "s"."t";

-- DropEnum
DROP TYPE "s"."k";

-- DropSchema
DROP SCHEMA "s";

COMMIT;

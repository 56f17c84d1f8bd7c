-- DropView
DROP VIEW "s"."v";

-- Drop
DROP FUNCTION "s"."f"();

-- DropTable
DROP TABLE "s"."t";

-- DropEnum
DROP TYPE "s"."k";

-- DropSchema
DROP SCHEMA "s";

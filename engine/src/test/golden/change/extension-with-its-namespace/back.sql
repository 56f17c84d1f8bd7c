SET lock_timeout = '3s';

BEGIN;

-- AlterTable
SET statement_timeout = '60s';
ALTER TABLE "public"."t" DROP COLUMN "name";

-- DropExtension
-- warning LNT506: The extension `citext` goes with its types, functions and operators.
DROP EXTENSION "citext";

-- DropSchema
DROP SCHEMA "third";

COMMIT;

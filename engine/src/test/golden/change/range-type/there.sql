-- CreateType
CREATE TYPE "spans" AS RANGE (SUBTYPE = double precision, MULTIRANGE_TYPE_NAME = public.spans_multirange);

-- AlterTable
ALTER TABLE "users" ADD COLUMN "s" "spans";

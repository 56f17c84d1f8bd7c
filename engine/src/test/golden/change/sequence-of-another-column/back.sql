SET lock_timeout = '3s';

BEGIN;

-- AlterSequence
SET statement_timeout = '60s';
ALTER SEQUENCE "stays" INCREMENT BY 2;

-- CreateTable
CREATE TABLE "gone" (
    "id" INTEGER
);

-- AlterTable
ALTER TABLE "users" ADD COLUMN "old" INTEGER;

-- OwnSequence
ALTER SEQUENCE "free" OWNED BY "users"."old";

-- OwnSequence
ALTER SEQUENCE "kept" OWNED BY "users"."no";

-- OwnSequence
ALTER SEQUENCE "moved" OWNED BY NONE;

-- AlterTable
ALTER TABLE "orders" DROP COLUMN "fresh";

-- OwnSequence
ALTER SEQUENCE "moved" OWNED BY "users"."old";

-- OwnSequence
ALTER SEQUENCE "stays" OWNED BY "gone"."id";

-- OwnSequence
ALTER SEQUENCE "taken" OWNED BY NONE;

COMMIT;

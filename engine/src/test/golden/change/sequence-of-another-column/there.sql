SET lock_timeout = '3s';

BEGIN;

-- AlterSequence
SET statement_timeout = '60s';
ALTER SEQUENCE "stays" INCREMENT BY 5;

-- AlterTable
ALTER TABLE "orders" ADD COLUMN "fresh" INTEGER;

-- OwnSequence
ALTER SEQUENCE "free" OWNED BY NONE;

-- OwnSequence
ALTER SEQUENCE "kept" OWNED BY "users"."id";

-- OwnSequence
ALTER SEQUENCE "moved" OWNED BY NONE;

-- AlterTable
ALTER TABLE "users" DROP COLUMN "old";

-- OwnSequence
ALTER SEQUENCE "moved" OWNED BY "orders"."fresh";

-- OwnSequence
ALTER SEQUENCE "stays" OWNED BY NONE;

-- DropTable
DROP TABLE "gone";

-- OwnSequence
ALTER SEQUENCE "stays" OWNED BY "users"."id";

-- OwnSequence
ALTER SEQUENCE "taken" OWNED BY "orders"."no";

COMMIT;

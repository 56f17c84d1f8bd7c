-- CreateDomain
CREATE DOMAIN "short" AS TEXT
    CONSTRAINT "short_check" CHECK (length(VALUE) < 10);

-- AlterTable
ALTER TABLE "users" ADD COLUMN "s" "short";

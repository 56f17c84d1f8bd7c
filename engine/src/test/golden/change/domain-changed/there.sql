-- AlterDomain
ALTER DOMAIN "short" DROP CONSTRAINT "c";

-- AddConstraint
ALTER DOMAIN "short" ADD CONSTRAINT "c" CHECK (length(VALUE) < 12) NOT VALID;

-- AlterDomain
ALTER DOMAIN "short" VALIDATE CONSTRAINT "c";

-- AddConstraint
ALTER DOMAIN "short" ADD CONSTRAINT "d" CHECK (VALUE <> '?'::text) NOT VALID;

-- AlterDomain
ALTER DOMAIN "short" VALIDATE CONSTRAINT "d";

-- AlterDomain
ALTER DOMAIN "short" SET DEFAULT 'x';

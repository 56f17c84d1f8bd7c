-- AlterDomain
ALTER DOMAIN "short" DROP CONSTRAINT "c";

-- AlterDomain
ALTER DOMAIN "short" ADD CONSTRAINT "c" CHECK (length(VALUE) < 10);

-- AlterDomain
ALTER DOMAIN "short" DROP CONSTRAINT "d";

-- AlterDomain
ALTER DOMAIN "short" DROP DEFAULT;

SET lock_timeout = '3s';

BEGIN;

-- AlterDomain
SET statement_timeout = '60s';
ALTER DOMAIN "short" DROP CONSTRAINT "c";

-- AddConstraint
ALTER DOMAIN "short" ADD CONSTRAINT "c" CHECK (length(VALUE) < 12) NOT VALID;

COMMIT;

-- AlterDomain: SHARE lock, reads every row
SET statement_timeout = 0;
ALTER DOMAIN "short" VALIDATE CONSTRAINT "c";

-- AddConstraint
SET statement_timeout = '60s';
ALTER DOMAIN "short" ADD CONSTRAINT "d" CHECK (VALUE <> '?'::text) NOT VALID;

-- AlterDomain: SHARE lock, reads every row
SET statement_timeout = 0;
ALTER DOMAIN "short" VALIDATE CONSTRAINT "d";

-- AlterDomain
SET statement_timeout = '60s';
ALTER DOMAIN "short" SET DEFAULT 'x';

SET lock_timeout = '3s';

BEGIN;

-- AlterDomain
SET statement_timeout = '60s';
ALTER DOMAIN "short" DROP CONSTRAINT "c";

-- AlterDomain: SHARE lock, reads every row
-- warning LNT115: Every table with a column of the domain `short` is read and locked.
SET statement_timeout = 0;
ALTER DOMAIN "short" ADD CONSTRAINT "c" CHECK (length(VALUE) < 10);

-- AlterDomain
SET statement_timeout = '60s';
ALTER DOMAIN "short" DROP CONSTRAINT "d";

-- AlterDomain
ALTER DOMAIN "short" DROP DEFAULT;

COMMIT;

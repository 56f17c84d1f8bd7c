SET lock_timeout = '3s';

BEGIN;

-- DropConstraint
-- note LNT405: The primary key `t_pkey` of `t` no longer holds.
SET statement_timeout = '60s';
ALTER TABLE "t" DROP CONSTRAINT "t_pkey";

-- UseIndex
ALTER TABLE "t" SET WITHOUT CLUSTER;

COMMIT;

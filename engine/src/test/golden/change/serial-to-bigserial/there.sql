SET lock_timeout = '3s';

BEGIN;

-- AlterTable: ACCESS EXCLUSIVE lock, rewrites the table
-- warning LNT201: From `serial` to `bigint`, all rows of `t` are written anew while nobody can read or write.
-- note LNT209: The planner's statistics of `t.id` are gone after this.
SET statement_timeout = 0;
ALTER TABLE "t" ALTER COLUMN "id" SET DATA TYPE BIGINT USING "id"::BIGINT;

-- AlterSequence
SET statement_timeout = '60s';
ALTER SEQUENCE "t_id_seq" AS bigint MAXVALUE 9223372036854775807;

COMMIT;

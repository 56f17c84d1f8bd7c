SET lock_timeout = '3s';

BEGIN;

-- CreateView
SET statement_timeout = '60s';
CREATE MATERIALIZED VIEW "n" AS
SELECT id,
    a
   FROM t;

-- AlterView
ALTER TABLE ONLY "m" ALTER COLUMN "id" SET (n_distinct = 5);

-- AlterView
ALTER TABLE ONLY "m" ALTER COLUMN "a" SET STORAGE EXTERNAL;

-- AlterView
ALTER TABLE ONLY "m" ALTER COLUMN "a" SET STATISTICS 77;

-- AlterView
ALTER TABLE ONLY "n" ALTER COLUMN "a" SET STORAGE MAIN;

COMMIT;

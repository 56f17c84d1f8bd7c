SET lock_timeout = '3s';

BEGIN;

-- DropView
SET statement_timeout = '60s';
DROP VIEW "v";

-- AlterTable
ALTER TABLE "t" ALTER COLUMN "a" SET DATA TYPE TEXT;

-- AlterTable
ALTER TABLE "t" ALTER COLUMN "a" SET DEFAULT 'x';

-- AlterTable: ACCESS EXCLUSIVE lock, rewrites the table
-- warning LNT124: This goes over all rows of `t` while the transaction holds its lock on `t`.
-- warning LNT201: From `text` to `character varying(10)`, all rows of `t` are written anew while nobody can read or write.
-- note LNT209: The planner's statistics of `t.b` are gone after this.
SET statement_timeout = 0;
ALTER TABLE "t" ALTER COLUMN "b" SET DATA TYPE VARCHAR(10);

-- AlterTable
SET statement_timeout = '60s';
ALTER TABLE "t" ALTER COLUMN "b" SET DEFAULT 'y';

-- AlterTable
ALTER TABLE "t" ALTER COLUMN "c" SET DATA TYPE VARCHAR;

-- AlterTable
ALTER TABLE "t" ALTER COLUMN "c" SET DEFAULT 'it''s';

-- AlterTable
ALTER TABLE "t" ALTER COLUMN "d" SET DATA TYPE TEXT;

-- AlterTable
-- note LNT406: Code that is running relies on the default `'other'` of `t.d`.
ALTER TABLE "t" ALTER COLUMN "d" SET DEFAULT 'long';

-- AlterTable: ACCESS EXCLUSIVE lock, rewrites the table
SET statement_timeout = 0;
ALTER TABLE "t" ALTER COLUMN "e" SET DATA TYPE TEXT[];

-- AlterTable
SET statement_timeout = '60s';
ALTER TABLE "t" ALTER COLUMN "e" SET DEFAULT '{a,b}';

-- AlterTable
ALTER TABLE "t" ALTER COLUMN "f" SET DATA TYPE TEXT;

-- CreateView
CREATE VIEW "v" AS
SELECT id,
    a,
    b
   FROM t;

COMMIT;

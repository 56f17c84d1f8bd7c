SET lock_timeout = '3s';

BEGIN;

-- DropView
SET statement_timeout = '60s';
DROP VIEW "v";

-- AlterTable: ACCESS EXCLUSIVE lock, rewrites the table
-- warning LNT201: From `text` to `character varying(20)`, all rows of `t` are written anew while nobody can read or write.
-- note LNT209: The planner's statistics of `t.a` are gone after this.
SET statement_timeout = 0;
ALTER TABLE "t" ALTER COLUMN "a" SET DATA TYPE VARCHAR(20);

-- AlterTable
SET statement_timeout = '60s';
ALTER TABLE "t" ALTER COLUMN "a" SET DEFAULT 'x';

-- AlterTable
ALTER TABLE "t" ALTER COLUMN "b" SET DATA TYPE TEXT;

-- AlterTable
ALTER TABLE "t" ALTER COLUMN "b" SET DEFAULT 'y';

-- AlterTable
ALTER TABLE "t" ALTER COLUMN "c" SET DATA TYPE TEXT;

-- AlterTable
ALTER TABLE "t" ALTER COLUMN "c" SET DEFAULT 'it''s';

-- AlterTable: ACCESS EXCLUSIVE lock, rewrites the table
-- warning LNT124: This goes over all rows of `t` while the transaction holds its lock on `t`.
-- note LNT125: This is not the first `ALTER TABLE` here that goes over all rows of `t`.
-- warning LNT201: From `text` to `character varying(30)`, all rows of `t` are written anew while nobody can read or write.
-- note LNT209: The planner's statistics of `t.d` are gone after this.
SET statement_timeout = 0;
ALTER TABLE "t" ALTER COLUMN "d" SET DATA TYPE VARCHAR(30);

-- AlterTable
-- note LNT406: Code that is running relies on the default `'long'` of `t.d`.
SET statement_timeout = '60s';
ALTER TABLE "t" ALTER COLUMN "d" SET DEFAULT 'other';

-- AlterTable: ACCESS EXCLUSIVE lock, rewrites the table
-- note LNT125: This is not the first `ALTER TABLE` here that goes over all rows of `t`.
-- warning LNT201: From `text[]` to `character varying(5)[]`, all rows of `t` are written anew while nobody can read or write.
-- note LNT209: The planner's statistics of `t.e` are gone after this.
SET statement_timeout = 0;
ALTER TABLE "t" ALTER COLUMN "e" SET DATA TYPE VARCHAR(5)[];

-- AlterTable
SET statement_timeout = '60s';
ALTER TABLE "t" ALTER COLUMN "e" SET DEFAULT '{a,b}';

-- AlterTable: ACCESS EXCLUSIVE lock, rewrites the table
-- note LNT125: This is not the first `ALTER TABLE` here that goes over all rows of `t`.
-- warning LNT201: From `text` to `character varying(7)`, all rows of `t` are written anew while nobody can read or write.
-- note LNT209: The planner's statistics of `t.f` are gone after this.
SET statement_timeout = 0;
ALTER TABLE "t" ALTER COLUMN "f" SET DATA TYPE VARCHAR(7);

-- CreateView
SET statement_timeout = '60s';
CREATE VIEW "v" AS
SELECT id,
    a,
    b
   FROM t;

COMMIT;

SET lock_timeout = '3s';

BEGIN;

-- AlterTable
SET statement_timeout = '60s';
ALTER TABLE "joins" NO INHERIT "base";

-- AddConstraint: ACCESS EXCLUSIVE lock, reads every row
-- warning LNT111: The check `positive` reads all rows of `leaves` while nobody can read or write it.
-- warning LNT124: This goes over all rows of `leaves` while the transaction holds its lock on `joins`.
SET statement_timeout = 0;
ALTER TABLE "leaves" ADD CONSTRAINT "positive" CHECK (id > 0);

-- AddConstraint: ACCESS EXCLUSIVE lock, reads every row
-- warning LNT111: The check `days_n_check` reads all rows of `other_days` while nobody can read or write it.
ALTER TABLE "other_days" ADD CONSTRAINT "days_n_check" CHECK (n > 0);

-- AddConstraint: ACCESS EXCLUSIVE lock, builds an index
-- warning LNT109: The unique constraint's index is built while nobody can read or write `other_days`.
-- note LNT125: This is not the first `ALTER TABLE` here that goes over all rows of `other_days`.
ALTER TABLE "other_days" ADD CONSTRAINT "other_days_day_n_key" UNIQUE ("day", "n");

-- AttachPartition: ACCESS EXCLUSIVE lock, reads every row
ALTER TABLE "days" ATTACH PARTITION "other_days" FOR VALUES IN (3);

-- AlterTable
SET statement_timeout = '60s';
ALTER TABLE "leaves" INHERIT "base";

COMMIT;

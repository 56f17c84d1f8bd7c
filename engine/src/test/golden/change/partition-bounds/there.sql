SET lock_timeout = '3s';

BEGIN;

-- DropConstraint
-- warning LNT119: Nobody can read or write `log` while `log_2024` is detached.
SET statement_timeout = '60s';
ALTER TABLE "log" DETACH PARTITION "log_2024";

-- AttachPartition: ACCESS EXCLUSIVE lock, reads every row
-- warning LNT118: All rows of `log_2024` are read while nobody can read or write it.
SET statement_timeout = 0;
ALTER TABLE "log" ATTACH PARTITION "log_2024" FOR VALUES FROM ('2024-01-01') TO ('2024-07-01');

COMMIT;

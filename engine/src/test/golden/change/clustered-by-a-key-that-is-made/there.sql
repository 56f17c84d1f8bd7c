SET lock_timeout = '3s';

-- AddConstraint: SHARE UPDATE EXCLUSIVE lock, builds an index
SET lock_timeout = 0;
SET statement_timeout = 0;
CREATE UNIQUE INDEX CONCURRENTLY "t_pkey" ON "t"("id");

BEGIN;

-- AddConstraint
SET lock_timeout = '3s';
SET statement_timeout = '60s';
ALTER TABLE "t" ADD CONSTRAINT "t_pkey" PRIMARY KEY USING INDEX "t_pkey";

-- UseIndex
ALTER TABLE "t" CLUSTER ON "t_pkey";

COMMIT;

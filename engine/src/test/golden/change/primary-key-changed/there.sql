SET lock_timeout = '3s';

BEGIN;

-- DropForeignKey
SET statement_timeout = '60s';
ALTER TABLE "u" DROP CONSTRAINT "u_a_fkey";

-- DropConstraint
ALTER TABLE "t" DROP CONSTRAINT "t_pkey";

COMMIT;

-- AddConstraint: SHARE UPDATE EXCLUSIVE lock, builds an index
SET lock_timeout = 0;
SET statement_timeout = 0;
CREATE UNIQUE INDEX CONCURRENTLY "t_pkey" ON "t"("b", "a");

-- AddConstraint
SET lock_timeout = '3s';
SET statement_timeout = '60s';
ALTER TABLE "t" ADD CONSTRAINT "t_pkey" PRIMARY KEY USING INDEX "t_pkey";

-- AddConstraint: SHARE UPDATE EXCLUSIVE lock, builds an index
SET lock_timeout = 0;
SET statement_timeout = 0;
CREATE UNIQUE INDEX CONCURRENTLY "t_a_key" ON "t"("a");

BEGIN;

-- AddConstraint
SET lock_timeout = '3s';
SET statement_timeout = '60s';
ALTER TABLE "t" ADD CONSTRAINT "t_a_key" UNIQUE USING INDEX "t_a_key";

-- AddForeignKey
ALTER TABLE "u" ADD CONSTRAINT "u_a_fkey" FOREIGN KEY ("a") REFERENCES "t"("a") ON DELETE NO ACTION ON UPDATE NO ACTION NOT VALID;

COMMIT;

-- AlterTable: SHARE UPDATE EXCLUSIVE lock, reads every row
SET statement_timeout = 0;
ALTER TABLE "u" VALIDATE CONSTRAINT "u_a_fkey";

SET lock_timeout = '3s';

BEGIN;

-- DropForeignKey
SET statement_timeout = '60s';
ALTER TABLE "u" DROP CONSTRAINT "u_a_fkey";

-- DropConstraint
ALTER TABLE "t" DROP CONSTRAINT "t_pkey";

-- DropConstraint
ALTER TABLE "t" DROP CONSTRAINT "t_a_key";

-- AddConstraint: ACCESS EXCLUSIVE lock, builds an index
-- warning LNT108: The primary key of `t` is replaced, and its index built while nobody can read or write.
-- warning LNT124: This goes over all rows of `t` while the transaction holds its lock on `u`.
SET statement_timeout = 0;
ALTER TABLE "t" ADD CONSTRAINT "t_pkey" PRIMARY KEY ("a");

-- AddForeignKey: SHARE ROW EXCLUSIVE lock, reads every row
-- warning LNT112: The foreign key `u_a_fkey` checks all rows of `u` while nobody can write to it or to `t`.
ALTER TABLE "u" ADD CONSTRAINT "u_a_fkey" FOREIGN KEY ("a") REFERENCES "t"("a") ON DELETE NO ACTION ON UPDATE NO ACTION;

COMMIT;

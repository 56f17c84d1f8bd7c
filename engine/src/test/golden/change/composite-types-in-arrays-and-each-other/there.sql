SET lock_timeout = '3s';

BEGIN;

-- AlterEnum
SET statement_timeout = '60s';
ALTER TYPE "comp" RENAME TO "comp_old";

-- AlterEnum
CREATE TYPE "comp" AS ("m" BIGINT, "n" INTEGER);

-- AlterEnum: ACCESS EXCLUSIVE lock, rewrites the table
-- warning LNT201: From `comp_old` to `comp`, all rows of `t` are written anew while nobody can read or write.
-- note LNT209: The planner's statistics of `t.c` are gone after this.
SET statement_timeout = 0;
ALTER TABLE "t" ALTER COLUMN "c" SET DATA TYPE "comp" USING CASE WHEN "c" IS NULL THEN NULL ELSE ROW(("c")."m", ("c")."n")::"comp" END;

-- AlterEnum: ACCESS EXCLUSIVE lock, rewrites the table
-- warning LNT124: This goes over all rows of `t` while the transaction holds its lock on `t`.
-- note LNT125: This is not the first `ALTER TABLE` here that goes over all rows of `t`.
-- warning LNT201: From `comp_old[]` to `comp[]`, all rows of `t` are written anew while nobody can read or write.
-- note LNT209: The planner's statistics of `t.cs` are gone after this.
ALTER TABLE "t" ALTER COLUMN "cs" SET DATA TYPE "comp"[] USING "cs"::text[]::"comp"[];

-- AlterEnum
SET statement_timeout = '60s';
ALTER TYPE "inn" RENAME TO "inn_old";

-- AlterEnum
ALTER TYPE "outt" RENAME TO "outt_old";

-- AlterEnum
CREATE TYPE "inn" AS ("a" BIGINT, "b" TEXT);

-- AlterEnum
CREATE TYPE "outt" AS ("i" "inn", "n" INTEGER);

-- AlterEnum: ACCESS EXCLUSIVE lock, rewrites the table
-- warning LNT201: From `inn_old` to `inn`, all rows of `u` are written anew while nobody can read or write.
-- note LNT209: The planner's statistics of `u.i` are gone after this.
SET statement_timeout = 0;
ALTER TABLE "u" ALTER COLUMN "i" SET DATA TYPE "inn" USING CASE WHEN "i" IS NULL THEN NULL ELSE ROW(("i")."a", ("i")."b")::"inn" END;

-- AlterEnum: ACCESS EXCLUSIVE lock, rewrites the table
-- note LNT125: This is not the first `ALTER TABLE` here that goes over all rows of `u`.
-- warning LNT201: From `outt_old` to `outt`, all rows of `u` are written anew while nobody can read or write.
-- note LNT209: The planner's statistics of `u.o` are gone after this.
ALTER TABLE "u" ALTER COLUMN "o" SET DATA TYPE "outt" USING CASE WHEN "o" IS NULL THEN NULL ELSE ROW(("o")."i"::text, ("o")."n")::"outt" END;

-- AlterEnum: ACCESS EXCLUSIVE lock, rewrites the table
-- note LNT125: This is not the first `ALTER TABLE` here that goes over all rows of `u`.
-- warning LNT201: From `outt_old[]` to `outt[]`, all rows of `u` are written anew while nobody can read or write.
-- note LNT209: The planner's statistics of `u.os` are gone after this.
ALTER TABLE "u" ALTER COLUMN "os" SET DATA TYPE "outt"[] USING "os"::text[]::"outt"[];

-- AlterEnum
SET statement_timeout = '60s';
DROP TYPE "outt_old";

-- AlterEnum
DROP TYPE "inn_old";

-- AlterType
ALTER TYPE "comp" ADD ATTRIBUTE "o" TEXT;

-- AlterEnum
DROP TYPE "comp_old";

COMMIT;

-- AlterEnum
ALTER TYPE "place" RENAME TO "place_old";

-- AlterEnum
CREATE TYPE "place" AS ("x" INTEGER, "y" TEXT);

-- AlterEnum
ALTER TABLE "t" ALTER COLUMN "p" SET DATA TYPE "place" USING CASE WHEN "p" IS NULL THEN NULL ELSE ROW(("p")."x", NULL)::"place" END;

-- AlterEnum
DROP TYPE "place_old";

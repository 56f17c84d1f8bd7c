-- AlterType
ALTER TYPE "place" DROP ATTRIBUTE "y";

-- AlterType
ALTER TYPE "place" ALTER ATTRIBUTE "x" TYPE BIGINT;

-- AlterType
ALTER TYPE "place" ADD ATTRIBUTE "z" DATE;

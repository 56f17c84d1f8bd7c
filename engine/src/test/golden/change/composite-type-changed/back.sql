-- AlterType
ALTER TYPE "place" DROP ATTRIBUTE "z";

-- AlterType
ALTER TYPE "place" ALTER ATTRIBUTE "x" TYPE INTEGER;

-- AlterType
ALTER TYPE "place" ADD ATTRIBUTE "y" TEXT;

-- AlterEnum
ALTER TYPE "mood" ADD VALUE 'worst' BEFORE 'sad';

-- AlterEnum
ALTER TYPE "mood" ADD VALUE 'so-so' AFTER 'sad';

-- AlterEnum
ALTER TYPE "mood" ADD VALUE 'fine' AFTER 'so-so';

-- AlterEnum
ALTER TYPE "mood" ADD VALUE 'great' AFTER 'ok';

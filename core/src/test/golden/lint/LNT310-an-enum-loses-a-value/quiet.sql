CREATE TYPE "mood_new" AS ENUM ('good', 'bad', 'odd');
ALTER TYPE "mood" RENAME TO "mood_old";
ALTER TYPE "mood_new" RENAME TO "mood";

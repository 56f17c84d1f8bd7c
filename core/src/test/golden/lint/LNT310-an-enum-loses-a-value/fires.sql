CREATE TYPE "mood_new" AS ENUM ('good');
ALTER TABLE users ALTER COLUMN mood TYPE "mood_new" USING (mood::text::"mood_new");
ALTER TYPE "mood" RENAME TO "mood_old";
ALTER TYPE "mood_new" RENAME TO "mood";
DROP TYPE "mood_old";
DELETE FROM pg_enum WHERE enumlabel = 'bad';

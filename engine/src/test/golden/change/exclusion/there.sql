SET lock_timeout = '3s';

-- AddConstraint: ACCESS EXCLUSIVE lock, builds an index
-- warning LNT110: The exclusion constraint is built while nobody can read or write `stays`.
SET statement_timeout = 0;
ALTER TABLE "stays" ADD CONSTRAINT "stays_room_during_excl" EXCLUDE USING GIST ("room" WITH &&, "during" WITH &&);

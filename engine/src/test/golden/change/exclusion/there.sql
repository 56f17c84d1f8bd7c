-- AddConstraint
ALTER TABLE "stays" ADD CONSTRAINT "stays_room_during_excl" EXCLUDE USING GIST ("room" WITH &&, "during" WITH &&);

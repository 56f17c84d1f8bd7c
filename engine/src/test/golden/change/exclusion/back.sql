-- DropConstraint
ALTER TABLE "stays" DROP CONSTRAINT "stays_room_during_excl";

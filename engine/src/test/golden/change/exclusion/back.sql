SET lock_timeout = '3s';

-- DropConstraint
-- note LNT405: The exclusion constraint `stays_room_during_excl` of `stays` no longer holds.
SET statement_timeout = '60s';
ALTER TABLE "stays" DROP CONSTRAINT "stays_room_during_excl";

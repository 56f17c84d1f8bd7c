-- CreateSchema
CREATE SCHEMA IF NOT EXISTS "public";

-- CreateSequence
CREATE SEQUENCE "ticket_numbers" INCREMENT BY 5 START WITH 1000;

-- CreateTable
CREATE TABLE "bookings" (
    "room_id" INTEGER,
    "during" tstzrange NOT NULL,

    CONSTRAINT "bookings_no_overlap" EXCLUDE USING GIST ("room_id" WITH =, "during" WITH &&)
);

-- CreateTable
CREATE TABLE "rooms" (
    "id" INTEGER NOT NULL,
    "code" VARCHAR(8) NOT NULL,

    CONSTRAINT "rooms_pkey" PRIMARY KEY ("id")
);

-- AddForeignKey
ALTER TABLE "bookings" ADD CONSTRAINT "bookings_room_id_fkey" FOREIGN KEY ("room_id") REFERENCES "rooms"("id") ON DELETE NO ACTION ON UPDATE NO ACTION DEFERRABLE INITIALLY DEFERRED;

-- Comment
COMMENT ON COLUMN "rooms"."code" IS 'on the door';

-- CreateSchema
CREATE SCHEMA IF NOT EXISTS "public";

-- CreateTable
CREATE TABLE "p" (
    "id" INTEGER NOT NULL,

    CONSTRAINT "p_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "stays" (
    "room" int4range NOT NULL,
    "during" tsrange NOT NULL,

    CONSTRAINT "stays_pkey" PRIMARY KEY ("room","during" WITHOUT OVERLAPS)
);

-- CreateTable
CREATE TABLE "t" (
    "id" INTEGER,
    "doubled" INTEGER GENERATED ALWAYS AS (id * 2) VIRTUAL,
    "kept" INTEGER GENERATED ALWAYS AS (id * 3) STORED,
    "up" INTEGER,

    CONSTRAINT "hoped" CHECK (id > 0) NOT ENFORCED
);

-- CreateTable
CREATE TABLE "visits" (
    "room" int4range,
    "during" tsrange
);

-- AddForeignKey
ALTER TABLE "t" ADD CONSTRAINT "t_up_fkey" FOREIGN KEY ("up") REFERENCES "p"("id") ON DELETE NO ACTION ON UPDATE NO ACTION NOT ENFORCED;

-- AddForeignKey
ALTER TABLE "visits" ADD CONSTRAINT "visits_room_during_fkey" FOREIGN KEY ("room", PERIOD "during") REFERENCES "stays"("room", PERIOD "during") ON DELETE NO ACTION ON UPDATE NO ACTION;

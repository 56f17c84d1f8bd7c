-- CreateSchema
CREATE SCHEMA IF NOT EXISTS "public";

-- CreateTable
CREATE TABLE "animal" (
    "id" SERIAL NOT NULL,
    "kind" VARCHAR NOT NULL,
    "stamp" INTEGER NOT NULL,
    "lives" INTEGER,

    CONSTRAINT "animal_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "dog" (
    "id" INTEGER NOT NULL,
    "bark" VARCHAR NOT NULL,

    CONSTRAINT "dog_pkey" PRIMARY KEY ("id")
);

-- AddForeignKey
ALTER TABLE "dog" ADD CONSTRAINT "dog_id_fkey" FOREIGN KEY ("id") REFERENCES "animal"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- CreateSchema
CREATE SCHEMA IF NOT EXISTS "public";

-- CreateTable
CREATE TABLE "hero" (
    "id" UUID NOT NULL,
    "secret_name" VARCHAR NOT NULL,
    "team_id" INTEGER,

    CONSTRAINT "hero_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "hero_secret_name_key" UNIQUE ("secret_name")
);

-- CreateTable
CREATE TABLE "team" (
    "id" SERIAL NOT NULL,
    "name" VARCHAR NOT NULL,

    CONSTRAINT "team_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "ix_team_name" ON "team"("name");

-- AddForeignKey
ALTER TABLE "hero" ADD CONSTRAINT "hero_team_id_fkey" FOREIGN KEY ("team_id") REFERENCES "team"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;

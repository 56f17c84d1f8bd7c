-- CreateSchema
CREATE SCHEMA IF NOT EXISTS "public";

-- CreateTable
CREATE TABLE "parents" (
    "a" INTEGER NOT NULL,
    "b" INTEGER
);

-- CreateTable
CREATE TABLE "children" (
    CONSTRAINT "own_a" NOT NULL "a",
    CONSTRAINT "own_b" NOT NULL "b"
) INHERITS ("parents");

-- CreateTable
CREATE TABLE "fresh" (
    "a" INTEGER CONSTRAINT "stale_a_not_null" NOT NULL
);

-- CreateTable
CREATE TABLE "users" (
    "id" INTEGER CONSTRAINT "users_id_there" NOT NULL,
    "email" TEXT CONSTRAINT "has_email" NOT NULL,
    "nick" TEXT,
    "n" INTEGER CONSTRAINT "counts" NOT NULL GENERATED ALWAYS AS IDENTITY,
    "s" SERIAL CONSTRAINT "serves" NOT NULL,
    "own" INTEGER CONSTRAINT "only here" NOT NULL NO INHERIT,

    CONSTRAINT "users_pkey" PRIMARY KEY ("id")
);

-- AlterTable
ALTER TABLE ONLY "children" ALTER COLUMN "b" SET NOT NULL;

-- AlterTable
ALTER TABLE ONLY "children" ALTER COLUMN "b" DROP DEFAULT;

-- AddConstraint
ALTER TABLE "users" ADD CONSTRAINT "has_nick" NOT NULL "nick" NOT VALID;

-- Comment
COMMENT ON CONSTRAINT "has_email" ON "users" IS 'to write to';

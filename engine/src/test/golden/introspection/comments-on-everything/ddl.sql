-- CreateSchema
CREATE SCHEMA IF NOT EXISTS "app";

-- CreateSchema
CREATE SCHEMA IF NOT EXISTS "public";

-- CreateEnum
CREATE TYPE "public"."mood" AS ENUM ('a');

-- CreateSequence
CREATE SEQUENCE "public"."commented_counter_id_seq" AS integer;

-- CreateSequence
CREATE SEQUENCE "public"."ids";

-- CreateDomain
CREATE DOMAIN "public"."email" AS TEXT
    CONSTRAINT "has_at" CHECK (VALUE ~~ '%@%'::text);

-- CreateTable
CREATE TABLE "public"."commented_counter" (
    "id" INTEGER NOT NULL DEFAULT nextval('commented_counter_id_seq'::regclass)
);

-- CreateTable
CREATE TABLE "public"."t" (
    "id" SERIAL NOT NULL,
    "n" INTEGER,
    "parent" INTEGER,

    CONSTRAINT "t_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "one" UNIQUE ("n"),
    CONSTRAINT "positive" CHECK (n > 0)
);

-- OwnSequence
ALTER SEQUENCE "public"."commented_counter_id_seq" OWNED BY "public"."commented_counter"."id";

-- CreateIndex
CREATE INDEX "by_parent" ON "public"."t"("parent");

-- AddForeignKey
ALTER TABLE "public"."t" ADD CONSTRAINT "up" FOREIGN KEY ("parent") REFERENCES "public"."t"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- CreateView
CREATE VIEW "public"."v" AS
SELECT n
   FROM t;

-- Comment
COMMENT ON SCHEMA "public" IS 'Ours now';

-- Comment
COMMENT ON TYPE "public"."mood" IS 'How it''s going';

-- Comment
COMMENT ON DOMAIN "public"."email" IS 'An address';

-- Comment
COMMENT ON CONSTRAINT "has_at" ON DOMAIN "public"."email" IS 'Has an @';

-- Comment
COMMENT ON SEQUENCE "public"."commented_counter_id_seq" IS 'then it is more than serial';

-- Comment
COMMENT ON SEQUENCE "public"."ids" IS 'Counts';

-- Comment
COMMENT ON TABLE "public"."t" IS 'Two
lines and a \ backslash';

-- Comment
COMMENT ON COLUMN "public"."t"."n" IS '"quoted"';

-- Comment
COMMENT ON CONSTRAINT "t_pkey" ON "public"."t" IS 'the key';

-- Comment
COMMENT ON CONSTRAINT "one" ON "public"."t" IS 'is unique';

-- Comment
COMMENT ON CONSTRAINT "positive" ON "public"."t" IS 'is positive';

-- Comment
COMMENT ON CONSTRAINT "up" ON "public"."t" IS 'goes up';

-- Comment
COMMENT ON INDEX "public"."by_parent" IS 'finds children';

-- Comment
COMMENT ON VIEW "public"."v" IS 'a view';

-- Comment
COMMENT ON COLUMN "public"."v"."n" IS 'a column of a view';

-- Comment
COMMENT ON SCHEMA "app" IS 'An application';

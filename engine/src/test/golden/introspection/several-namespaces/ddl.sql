-- CreateSchema
CREATE SCHEMA IF NOT EXISTS "Shop";

-- CreateSchema
CREATE SCHEMA IF NOT EXISTS "audit";

-- CreateSchema
CREATE SCHEMA IF NOT EXISTS "bare";

-- CreateSchema
CREATE SCHEMA IF NOT EXISTS "public";

-- CreateEnum
CREATE TYPE "Shop"."size" AS ENUM ('S', 'M');

-- CreateEnum
CREATE TYPE "public"."size" AS ENUM ('L');

-- CreateSequence
CREATE SEQUENCE "audit"."ids";

-- CreateDomain
CREATE DOMAIN "audit"."stamp" AS TIMESTAMPTZ DEFAULT now();

-- CreateTable
CREATE TABLE "Shop"."orders" (
    "id" BIGSERIAL NOT NULL,
    "size" "Shop"."size" DEFAULT 'S',
    "other" "public"."size" DEFAULT 'L',
    "at" "audit"."stamp",

    CONSTRAINT "orders_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "audit"."orders" (
    "id" INTEGER NOT NULL GENERATED ALWAYS AS IDENTITY,
    "order" BIGINT,

    CONSTRAINT "orders_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "public"."counted" (
    "n" BIGINT DEFAULT nextval('audit.ids'::regclass)
);

-- CreateTable
CREATE TABLE "public"."orders" (
    "id" INTEGER,
    "shop" BIGINT
);

-- CreateIndex
CREATE INDEX "orders_order_idx" ON "audit"."orders"("order");

-- AddForeignKey
ALTER TABLE "audit"."orders" ADD CONSTRAINT "orders_order_fkey" FOREIGN KEY ("order") REFERENCES "Shop"."orders"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "public"."orders" ADD CONSTRAINT "orders_id_fkey" FOREIGN KEY ("id") REFERENCES "audit"."orders"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "public"."orders" ADD CONSTRAINT "orders_shop_fkey" FOREIGN KEY ("shop") REFERENCES "Shop"."orders"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- CreateView
CREATE VIEW "audit"."sizes" AS
SELECT size,
    other
   FROM "Shop".orders;

-- CreateSchema
CREATE SCHEMA IF NOT EXISTS "later";

-- CreateSchema
CREATE SCHEMA IF NOT EXISTS "public";

-- CreateTable
CREATE TABLE "public"."orders" (
    "id" INTEGER NOT NULL,
    "z" INTEGER,

    CONSTRAINT "orders_pkey" PRIMARY KEY ("id")
);

-- CreateView
CREATE VIEW "later"."based" AS
SELECT id
   FROM orders;

-- CreateView
CREATE VIEW "public"."a_view" AS
SELECT id
   FROM later.based;

-- CreateView
CREATE VIEW "public"."orders_v" AS
SELECT id,
    z AS a_view
   FROM orders totals;

-- CreateView
CREATE VIEW "public"."totals" AS
SELECT id
   FROM orders_v;

-- CreateSchema
CREATE SCHEMA IF NOT EXISTS "public";

-- CreateTable
CREATE TABLE "lines" (
    "id" INTEGER NOT NULL,
    "order" INTEGER,
    "at" DATE,

    CONSTRAINT "lines_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "orders" (
    "id" INTEGER NOT NULL,
    "at" DATE NOT NULL,

    CONSTRAINT "orders_pkey" PRIMARY KEY ("id","at")
) PARTITION BY RANGE (at);

-- CreateTable
CREATE TABLE "orders_2024" PARTITION OF "orders" FOR VALUES FROM ('2024-01-01') TO ('2025-01-01');

-- CreateTable
CREATE TABLE "orders_2025" PARTITION OF "orders" FOR VALUES FROM ('2025-01-01') TO ('2026-01-01');

-- AddForeignKey
ALTER TABLE "lines" ADD CONSTRAINT "lines_order_at_fkey" FOREIGN KEY ("order", "at") REFERENCES "orders"("id", "at") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- CreateSchema
CREATE SCHEMA IF NOT EXISTS "public";

-- CreateTable
CREATE TABLE "lines" (
    "id" INTEGER NOT NULL,
    "order" INTEGER,
    "region" TEXT,

    CONSTRAINT "lines_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "measured" (
    "a" INTEGER,
    "b" INTEGER,
    "c" INTEGER GENERATED ALWAYS AS (a + 1) STORED
) PARTITION BY HASH (a, ((b + 1)));

-- CreateTable
CREATE TABLE "measured_0" PARTITION OF "measured" FOR VALUES WITH (modulus 2, remainder 0);

-- CreateTable
CREATE TABLE "orders" (
    "id" INTEGER NOT NULL,
    "region" TEXT NOT NULL DEFAULT 'x',
    "at" DATE,
    "amount" DECIMAL,

    CONSTRAINT "orders_pk" PRIMARY KEY ("id","region"),
    CONSTRAINT "orders_amount_check" CHECK (amount > (0)::numeric),
    CONSTRAINT "orders_region_id_key" UNIQUE ("region", "id")
) PARTITION BY LIST (region);

-- CreateTable
CREATE TABLE "orders_east" PARTITION OF "orders" (
    "amount" WITH OPTIONS NOT NULL DEFAULT 1,

    CONSTRAINT "small" CHECK (amount < (1000)::numeric)
) FOR VALUES IN ('east', 'e');

-- CreateTable
CREATE TABLE "orders_named" (
    "id" INTEGER NOT NULL,
    "region" TEXT NOT NULL DEFAULT 'x',
    "at" DATE,
    "amount" DECIMAL,

    CONSTRAINT "named_pk" PRIMARY KEY ("id","region"),
    CONSTRAINT "orders_amount_check" CHECK (amount > (0)::numeric),
    CONSTRAINT "orders_named_region_id_key" UNIQUE ("region", "id")
);

-- CreateTable
CREATE UNLOGGED TABLE "orders_north" (
    "at" DATE,
    "amount" DECIMAL,
    "id" INTEGER NOT NULL,
    "region" TEXT NOT NULL,

    CONSTRAINT "north_pk" PRIMARY KEY ("id","region"),
    CONSTRAINT "orders_amount_check" CHECK (amount > (0)::numeric),
    CONSTRAINT "orders_north_region_id_key" UNIQUE ("region", "id")
);

-- CreateTable
CREATE TABLE "orders_rest" PARTITION OF "orders" (
    "region" WITH OPTIONS NOT NULL DEFAULT NULL
) DEFAULT;

-- CreateTable
CREATE TABLE "orders_west" PARTITION OF "orders" FOR VALUES IN ('west') PARTITION BY RANGE (id);

-- CreateTable
CREATE TABLE "orders_west_1" PARTITION OF "orders_west" FOR VALUES FROM (MINVALUE) TO (10) WITH (fillfactor = 70);

-- CreateTable
CREATE TABLE "parts" (
    "line" INTEGER,
    "part" INTEGER
) PARTITION BY RANGE (part);

-- CreateTable
CREATE TABLE "parts_1" PARTITION OF "parts" FOR VALUES FROM (0) TO (10);

-- CreateTable
CREATE TABLE "parts_2" (
    "part" INTEGER,
    "line" INTEGER
);

-- CreateIndex
CREATE INDEX "orders_at" ON "orders"("at");

-- CreateIndex
CREATE INDEX "orders_lower_id_amount_idx" ON "orders"((lower(region)), "id") INCLUDE ("amount");

-- CreateIndex
CREATE INDEX "named_at" ON "orders_named"("at");

-- CreateIndex
CREATE INDEX "orders_named_lower_id_amount_idx" ON "orders_named"((lower(region)), "id") INCLUDE ("amount");

-- CreateIndex
CREATE INDEX "north_at" ON "orders_north"("at");

-- CreateIndex
CREATE INDEX "orders_north_lower_id_amount_idx" ON "orders_north"((lower(region)), "id") INCLUDE ("amount");

-- CreateIndex
CREATE INDEX "orders_rest_own" ON "orders_rest"("amount");

-- AttachPartition
ALTER TABLE "orders" ATTACH PARTITION "orders_named" FOR VALUES IN ('named');

-- AttachPartition
ALTER TABLE "orders" ATTACH PARTITION "orders_north" FOR VALUES IN ('north');

-- AttachPartition
ALTER TABLE "parts" ATTACH PARTITION "parts_2" FOR VALUES FROM (10) TO (20);

-- AddForeignKey
ALTER TABLE "parts_2" ADD CONSTRAINT "to_line" FOREIGN KEY ("line") REFERENCES "lines"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "lines" ADD CONSTRAINT "lines_order_region_fkey" FOREIGN KEY ("order", "region") REFERENCES "orders"("id", "region") ON DELETE CASCADE ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "lines" ADD CONSTRAINT "of_west" FOREIGN KEY ("id", "region") REFERENCES "orders_west_1"("id", "region") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "parts" ADD CONSTRAINT "parts_line_fkey" FOREIGN KEY ("line") REFERENCES "lines"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;

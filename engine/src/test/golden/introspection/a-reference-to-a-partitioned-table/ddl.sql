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
);

-- AddForeignKey
ALTER TABLE "lines" ADD CONSTRAINT "lines_order_at_fkey" FOREIGN KEY ("order", "at") REFERENCES "orders"("id", "at") ON DELETE NO ACTION ON UPDATE NO ACTION;

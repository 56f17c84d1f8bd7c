-- CreateSchema
CREATE SCHEMA IF NOT EXISTS "public";

-- CreateTable
CREATE TABLE "address" (
    "id" SERIAL NOT NULL,
    "owner" INTEGER,

    CONSTRAINT "address_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "address_owner_key" UNIQUE ("owner")
);

-- CreateTable
CREATE TABLE "user" (
    "id" SERIAL NOT NULL,
    "user_name" TEXT,

    CONSTRAINT "user_pkey" PRIMARY KEY ("id")
);

-- AddForeignKey
ALTER TABLE "address" ADD CONSTRAINT "address_owner_fkey" FOREIGN KEY ("owner") REFERENCES "user"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;

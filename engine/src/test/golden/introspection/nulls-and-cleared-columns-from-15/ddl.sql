-- CreateSchema
CREATE SCHEMA IF NOT EXISTS "public";

-- CreateTable
CREATE TABLE "p" (
    "a" INTEGER NOT NULL,
    "b" INTEGER NOT NULL,

    CONSTRAINT "p_pkey" PRIMARY KEY ("a","b")
);

-- CreateTable
CREATE TABLE "t" (
    "id" INTEGER,
    "a" INTEGER,
    "b" INTEGER,

    CONSTRAINT "t_a_b_key" UNIQUE NULLS NOT DISTINCT ("a", "b")
);

-- CreateIndex
CREATE UNIQUE INDEX "one_null" ON "t"("a") NULLS NOT DISTINCT WHERE (b > 0);

-- AddForeignKey
ALTER TABLE "t" ADD CONSTRAINT "reset" FOREIGN KEY ("b", "a") REFERENCES "p"("a", "b") ON DELETE SET DEFAULT ("a", "b") ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "t" ADD CONSTRAINT "t_a_b_fkey" FOREIGN KEY ("a", "b") REFERENCES "p"("a", "b") ON DELETE SET NULL ("b") ON UPDATE NO ACTION;

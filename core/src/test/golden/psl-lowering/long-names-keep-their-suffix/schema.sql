-- CreateSchema
CREATE SCHEMA IF NOT EXISTS "public";

-- CreateTable
CREATE TABLE "TheNameOfThisModelIsLongerThanAnyTableOfPostgresqlMayEverBeCall" (
    "id" SERIAL NOT NULL,
    "aColumnWhoseNameIsNotQuiteAsLong" TEXT NOT NULL,
    "anotherColumnWhoseNameIsNotQuiteAsLong" INTEGER NOT NULL,

    CONSTRAINT "TheNameOfThisModelIsLongerThanAnyTableOfPostgresqlMayEverB_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Parent" (
    "id" INTEGER NOT NULL,

    CONSTRAINT "Parent_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "TheNameOfThisModelIsLongerThanAnyTableOfPostgresqlMayEverBe_key" ON "TheNameOfThisModelIsLongerThanAnyTableOfPostgresqlMayEverBeCall"("aColumnWhoseNameIsNotQuiteAsLong");

-- CreateIndex
CREATE INDEX "TheNameOfThisModelIsLongerThanAnyTableOfPostgresqlMayEverBe_idx" ON "TheNameOfThisModelIsLongerThanAnyTableOfPostgresqlMayEverBeCall"("aColumnWhoseNameIsNotQuiteAsLong", "anotherColumnWhoseNameIsNotQuiteAsLong");

-- AddForeignKey
ALTER TABLE "TheNameOfThisModelIsLongerThanAnyTableOfPostgresqlMayEverBeCall" ADD CONSTRAINT "TheNameOfThisModelIsLongerThanAnyTableOfPostgresqlMayEverB_fkey" FOREIGN KEY ("anotherColumnWhoseNameIsNotQuiteAsLong") REFERENCES "Parent"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

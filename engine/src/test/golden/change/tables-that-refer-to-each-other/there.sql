-- CreateTable
CREATE TABLE "a" (
    "id" INTEGER NOT NULL,
    "b" INTEGER,

    CONSTRAINT "a_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "b" (
    "id" INTEGER NOT NULL,
    "a" INTEGER,

    CONSTRAINT "b_pkey" PRIMARY KEY ("id")
);

-- AddForeignKey
ALTER TABLE "a" ADD CONSTRAINT "a_b_fkey" FOREIGN KEY ("b") REFERENCES "b"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "b" ADD CONSTRAINT "b_a_fkey" FOREIGN KEY ("a") REFERENCES "a"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;

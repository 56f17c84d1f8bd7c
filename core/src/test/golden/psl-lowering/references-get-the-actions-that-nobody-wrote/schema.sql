-- CreateSchema
CREATE SCHEMA IF NOT EXISTS "public";

-- CreateTable
CREATE TABLE "Book" (
    "id" INTEGER NOT NULL,
    "writerId" INTEGER NOT NULL,
    "editor_id" INTEGER,
    "realm" TEXT NOT NULL,

    CONSTRAINT "Book_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "writers" (
    "id" INTEGER NOT NULL,

    CONSTRAINT "writers_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Shelf" (
    "realm" TEXT NOT NULL,
    "number" INTEGER NOT NULL,

    CONSTRAINT "Shelf_pkey" PRIMARY KEY ("realm","number")
);

-- AddForeignKey
ALTER TABLE "Book" ADD CONSTRAINT "Book_writerId_fkey" FOREIGN KEY ("writerId") REFERENCES "writers"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Book" ADD CONSTRAINT "book_editor" FOREIGN KEY ("editor_id") REFERENCES "writers"("id") ON DELETE SET NULL ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "Book" ADD CONSTRAINT "Book_realm_writerId_fkey" FOREIGN KEY ("realm", "writerId") REFERENCES "Shelf"("realm", "number") ON DELETE CASCADE ON UPDATE CASCADE;

-- CreateSequence
CREATE SEQUENCE "numbers" INCREMENT BY 2 START WITH 5;

-- AlterTable
ALTER TABLE "users" ADD COLUMN "n" BIGINT DEFAULT nextval('numbers'::regclass);

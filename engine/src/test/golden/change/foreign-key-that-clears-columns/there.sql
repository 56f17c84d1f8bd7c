-- DropForeignKey
ALTER TABLE "posts" DROP CONSTRAINT "fk";

-- AlterTable
ALTER TABLE "posts" ADD COLUMN "email" VARCHAR(50);

-- AddConstraint
CREATE UNIQUE INDEX CONCURRENTLY "users_id_email_key" ON "users"("id", "email");

-- AddConstraint
ALTER TABLE "users" ADD CONSTRAINT "users_id_email_key" UNIQUE USING INDEX "users_id_email_key";

-- AddForeignKey
ALTER TABLE "posts" ADD CONSTRAINT "fk" FOREIGN KEY ("author", "email") REFERENCES "users"("id", "email") ON DELETE SET NULL ("author") ON UPDATE NO ACTION NOT VALID;

-- AlterTable
ALTER TABLE "posts" VALIDATE CONSTRAINT "fk";

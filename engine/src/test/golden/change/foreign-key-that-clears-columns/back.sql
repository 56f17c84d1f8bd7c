-- DropForeignKey
ALTER TABLE "posts" DROP CONSTRAINT "fk";

-- DropConstraint
ALTER TABLE "users" DROP CONSTRAINT "users_id_email_key";

-- AlterTable
ALTER TABLE "posts" DROP COLUMN "email";

-- AddForeignKey
ALTER TABLE "posts" ADD CONSTRAINT "fk" FOREIGN KEY ("author") REFERENCES "users"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;

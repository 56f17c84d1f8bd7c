SET lock_timeout = '3s';

BEGIN;

-- DropForeignKey
SET statement_timeout = '60s';
ALTER TABLE "posts" DROP CONSTRAINT "fk";

-- AlterTable
ALTER TABLE "posts" ADD COLUMN "email" VARCHAR(50);

COMMIT;

-- AddConstraint: SHARE UPDATE EXCLUSIVE lock, builds an index
SET lock_timeout = 0;
SET statement_timeout = 0;
CREATE UNIQUE INDEX CONCURRENTLY "users_id_email_key" ON "users"("id", "email");

BEGIN;

-- AddConstraint
SET lock_timeout = '3s';
SET statement_timeout = '60s';
ALTER TABLE "users" ADD CONSTRAINT "users_id_email_key" UNIQUE USING INDEX "users_id_email_key";

-- AddForeignKey
ALTER TABLE "posts" ADD CONSTRAINT "fk" FOREIGN KEY ("author", "email") REFERENCES "users"("id", "email") ON DELETE SET NULL ("author") ON UPDATE NO ACTION NOT VALID;

COMMIT;

-- AlterTable: SHARE UPDATE EXCLUSIVE lock, reads every row
SET statement_timeout = 0;
ALTER TABLE "posts" VALIDATE CONSTRAINT "fk";

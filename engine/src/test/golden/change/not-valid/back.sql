SET lock_timeout = '3s';

BEGIN;

-- DropForeignKey
SET statement_timeout = '60s';
ALTER TABLE "posts" DROP CONSTRAINT "fk";

-- DropConstraint
ALTER TABLE "users" DROP CONSTRAINT "named";

-- AddConstraint
ALTER TABLE "users" ADD CONSTRAINT "named" CHECK (name <> ''::text) NOT VALID;

-- AddForeignKey
ALTER TABLE "posts" ADD CONSTRAINT "fk" FOREIGN KEY ("author") REFERENCES "users"("id") ON DELETE NO ACTION ON UPDATE NO ACTION NOT VALID;

COMMIT;

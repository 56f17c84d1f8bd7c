SET lock_timeout = '3s';

-- AddForeignKey
SET statement_timeout = '60s';
ALTER TABLE "log" ADD CONSTRAINT "log_parent_fkey" FOREIGN KEY ("parent_id", "parent_at") REFERENCES "log"("id", "at") ON DELETE NO ACTION ON UPDATE NO ACTION NOT VALID;

-- AlterTable: SHARE UPDATE EXCLUSIVE lock, reads every row
SET statement_timeout = 0;
ALTER TABLE "log" VALIDATE CONSTRAINT "log_parent_fkey";

-- AddForeignKey
SET statement_timeout = '60s';
ALTER TABLE "log" ADD CONSTRAINT "log_user_fkey" FOREIGN KEY ("user_id") REFERENCES "users"("id") ON DELETE NO ACTION ON UPDATE NO ACTION NOT VALID;

-- AlterTable: SHARE UPDATE EXCLUSIVE lock, reads every row
SET statement_timeout = 0;
ALTER TABLE "log" VALIDATE CONSTRAINT "log_user_fkey";

-- AddForeignKey
SET statement_timeout = '60s';
ALTER TABLE "notes" ADD CONSTRAINT "notes_log_fkey" FOREIGN KEY ("log_id", "log_at") REFERENCES "log"("id", "at") ON DELETE CASCADE ON UPDATE NO ACTION NOT VALID;

-- AlterTable: SHARE UPDATE EXCLUSIVE lock, reads every row
SET statement_timeout = 0;
ALTER TABLE "notes" VALIDATE CONSTRAINT "notes_log_fkey";

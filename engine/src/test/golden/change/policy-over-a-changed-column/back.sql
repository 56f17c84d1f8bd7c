-- Drop
DROP POLICY "p" ON "users";

-- AlterTable
ALTER TABLE "users" ALTER COLUMN "email" SET DATA TYPE VARCHAR(50);

-- CreatePolicy
CREATE POLICY "p" ON "users" FOR SELECT TO PUBLIC USING ((email)::text <> ''::text);

-- Drop
DROP POLICY "p" ON "users";

-- CreatePolicy
CREATE POLICY "p" ON "users" AS RESTRICTIVE TO PUBLIC USING (id > 2) WITH CHECK (name <> ''::text);

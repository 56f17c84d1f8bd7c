-- Drop
DROP POLICY "p" ON "users";

-- CreatePolicy
CREATE POLICY "p" ON "users" FOR SELECT TO PUBLIC USING (id > 1);

-- DropView
DROP VIEW "v";

-- AlterTable
ALTER TABLE "users" ALTER COLUMN "email" SET DATA TYPE VARCHAR(80);

-- CreateView
CREATE VIEW "v" AS
SELECT email
   FROM users;

-- DropView
DROP VIEW "w";

-- DropView
DROP VIEW "v";

-- AlterTable
ALTER TABLE "users" ALTER COLUMN "email" SET DATA TYPE TEXT;

-- CreateView
CREATE VIEW "v" AS
SELECT id,
    email
   FROM users;

-- CreateView
CREATE VIEW "w" AS
SELECT email
   FROM v;

-- Grant
GRANT SELECT ON TABLE "v" TO PUBLIC;

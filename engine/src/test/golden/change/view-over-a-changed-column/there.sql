SET lock_timeout = '3s';

BEGIN;

-- DropView
SET statement_timeout = '60s';
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
-- warning LNT605: `select on table v` is granted to every role there is and will be.
GRANT SELECT ON TABLE "v" TO PUBLIC;

COMMIT;

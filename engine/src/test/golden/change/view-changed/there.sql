SET lock_timeout = '3s';

BEGIN;

-- DropView
SET statement_timeout = '60s';
DROP VIEW "w";

-- DropView
DROP VIEW "v";

-- CreateView
CREATE VIEW "v" AS
SELECT id,
    name
   FROM users;

-- CreateView
CREATE VIEW "w" AS
SELECT id
   FROM v;

-- Comment
COMMENT ON VIEW "w" IS 'kept';

COMMIT;

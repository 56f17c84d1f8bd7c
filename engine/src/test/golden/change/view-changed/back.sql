-- DropView
DROP VIEW "w";

-- DropView
DROP VIEW "v";

-- CreateView
CREATE VIEW "v" AS
SELECT id
   FROM users;

-- CreateView
CREATE VIEW "w" AS
SELECT id
   FROM v;

-- Comment
COMMENT ON VIEW "w" IS 'kept';

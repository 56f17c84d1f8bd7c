-- CreateView
CREATE VIEW "v" AS
SELECT id,
    upper(name) AS loud
   FROM users;

-- CreateView
CREATE VIEW "w" AS
SELECT id,
    loud
   FROM v;

-- Comment
COMMENT ON VIEW "w" IS 'second';

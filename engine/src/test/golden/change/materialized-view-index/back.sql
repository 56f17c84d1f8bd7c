-- DropView
DROP MATERIALIZED VIEW "m";

-- CreateView
CREATE MATERIALIZED VIEW "m" AS
SELECT id,
    upper(name) AS loud
   FROM users;

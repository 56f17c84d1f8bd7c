-- How many rows each table has as of its last VACUUM or ANALYZE (-1: never, PostgreSQL 14; then one
-- without a page is empty), and which indexes a failed concurrent build left behind.
SELECT
  n.nspname,
  c.relname,
  c.relkind = 'i' AS is_index,
  CASE WHEN c.reltuples < 0 OR c.relpages = 0
    THEN CASE WHEN pg_relation_size(c.oid) = 0 THEN 0 ELSE -1 END
    ELSE c.reltuples
  END::bigint AS about
FROM pg_class AS c
JOIN pg_namespace AS n ON n.oid = c.relnamespace
LEFT JOIN pg_index AS i ON i.indexrelid = c.oid
WHERE n.nspname NOT IN ('pg_catalog', 'information_schema', 'pg_toast')
  AND (c.relkind IN ('r', 'm') OR c.relkind = 'i' AND NOT i.indisvalid)
ORDER BY n.nspname, c.relname

-- How many rows each table has as of its last VACUUM or ANALYZE, and which indexes a failed concurrent
-- build left behind. Of a table that neither has seen (-1, or no page, in PostgreSQL 13) the size says
-- it: as the planner guesses, a value of unknown length is one of 32 bytes.
SELECT
  n.nspname,
  c.relname,
  c.relkind = 'i' AS is_index,
  CASE WHEN c.reltuples < 0 OR c.relpages = 0
    THEN pg_relation_size(c.oid) / (28 + (
      SELECT coalesce(sum(CASE WHEN a.attlen > 0 THEN a.attlen ELSE 32 END), 0)
      FROM pg_attribute AS a
      WHERE a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped))
    ELSE c.reltuples
  END::bigint AS about
FROM pg_class AS c
JOIN pg_namespace AS n ON n.oid = c.relnamespace
LEFT JOIN pg_index AS i ON i.indexrelid = c.oid
WHERE n.nspname NOT IN ('pg_catalog', 'information_schema', 'pg_toast')
  AND (c.relkind IN ('r', 'm') OR c.relkind = 'i' AND NOT i.indisvalid)
ORDER BY n.nspname, c.relname

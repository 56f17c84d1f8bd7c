-- Two rows for each table, with what its columns demand; equal places of all tables hold equal values,
-- so that required references find their rows.
SET session_replication_role = replica;
DO $$
DECLARE
  it record;
BEGIN
  FOR it IN
    SELECT format(
      'INSERT INTO %s (%s) OVERRIDING SYSTEM VALUE SELECT %s FROM generate_series(1, 2) i',
      a.attrelid::regclass,
      string_agg(quote_ident(a.attname), ', ' ORDER BY a.attnum),
      string_agg(
        CASE
          WHEN t.typtype = 'e' THEN
            format('coalesce((enum_range(NULL::%1$s))[i], enum_first(NULL::%1$s))', t.oid::regtype)
          WHEN t.typname = 'uuid' THEN 'lpad(i::text, 32, ''0'')::uuid'
          WHEN t.typname = 'bytea' THEN 'decode(lpad(i::text, 2, ''0''), ''hex'')'
          WHEN t.typname IN ('json', 'jsonb') THEN format('''{}''::%s', t.typname)
          WHEN t.typcategory = 'A' THEN '''{}'''
          WHEN t.typcategory = 'B' THEN 'i = 1'
          WHEN t.typcategory = 'D' THEN 'make_date(2024, 1, i)'
          ELSE 'i'
        END, ', ' ORDER BY a.attnum)) AS sql
    FROM pg_attribute a
    JOIN pg_class c ON c.oid = a.attrelid
    JOIN pg_type t ON t.oid = a.atttypid
    WHERE c.relkind = 'r' AND a.attnum > 0 AND NOT a.attisdropped AND a.attnotnull
      AND a.attgenerated = ''
      AND c.relnamespace NOT IN ('pg_catalog'::regnamespace, 'information_schema'::regnamespace)
    GROUP BY a.attrelid
  LOOP
    EXECUTE it.sql;
  END LOOP;
END
$$;
RESET session_replication_role;

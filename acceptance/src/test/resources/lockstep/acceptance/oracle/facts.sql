-- What a database is, as rows (kind, object, definition), for comparing two of them.
--
-- One row for each thing that a migration could change. Left out: what extensions own, owners, storage details,
-- and the names of NOT NULL constraints, which PostgreSQL 18 makes up and older versions do not have.
WITH
owned AS (
  SELECT classid, objid FROM pg_depend WHERE deptype = 'e'
),
spaces AS (
  SELECT oid, nspname FROM pg_namespace
  WHERE nspname NOT LIKE 'pg\_%' AND nspname <> 'information_schema'
),
relations AS (
  SELECT c.oid, c.relkind, c.relname, c.relpersistence, c.reloptions, c.relrowsecurity, c.relforcerowsecurity,
         c.relispartition, c.relpartbound, s.nspname, format('%I.%I', s.nspname, c.relname) AS name
  FROM pg_class c JOIN spaces s ON s.oid = c.relnamespace
  WHERE NOT EXISTS (SELECT FROM owned o WHERE o.classid = 'pg_class'::regclass AND o.objid = c.oid)
),
tables AS (
  SELECT * FROM relations WHERE relkind IN ('r', 'p', 'f')
),
columns AS (
  SELECT a.*, t.name AS table_name, t.name || '.' || quote_ident(a.attname) AS name,
         row_number() OVER (PARTITION BY a.attrelid ORDER BY a.attnum) AS position,
         pg_get_expr(d.adbin, d.adrelid) AS expression
  FROM tables t
  JOIN pg_attribute a ON a.attrelid = t.oid AND a.attnum > 0 AND NOT a.attisdropped
  LEFT JOIN pg_attrdef d ON d.adrelid = a.attrelid AND d.adnum = a.attnum
),
types AS (
  SELECT y.oid, y.typtype, y.typbasetype, y.typtypmod, y.typdefault, y.typnotnull, y.typrelid,
         format('%I.%I', s.nspname, y.typname) AS name
  FROM pg_type y JOIN spaces s ON s.oid = y.typnamespace
  WHERE NOT EXISTS (SELECT FROM owned o WHERE o.classid = 'pg_type'::regclass AND o.objid = y.oid)
),
functions AS (
  SELECT p.oid, p.prokind, format('%I.%I(%s)', s.nspname, p.proname, pg_get_function_identity_arguments(p.oid)) AS name
  FROM pg_proc p JOIN spaces s ON s.oid = p.pronamespace
  WHERE NOT EXISTS (SELECT FROM owned o WHERE o.classid = 'pg_proc'::regclass AND o.objid = p.oid)
)
SELECT 'schema' AS kind, nspname::text AS object, ''::text AS definition FROM spaces
UNION ALL
SELECT 'extension', extname::text, (SELECT nspname::text FROM pg_namespace n WHERE n.oid = extnamespace) FROM pg_extension
UNION ALL
SELECT 'table', name,
       concat_ws(' ',
         CASE relkind WHEN 'r' THEN 'table' WHEN 'p' THEN 'partitioned by ' || pg_get_partkeydef(oid) ELSE 'foreign' END,
         CASE relpersistence WHEN 'u' THEN 'unlogged' END,
         CASE WHEN relispartition THEN 'partition ' || pg_get_expr(relpartbound, oid) END,
         CASE WHEN relrowsecurity THEN 'row security' END,
         CASE WHEN relforcerowsecurity THEN 'forced' END,
         array_to_string(reloptions, ','))
FROM tables
UNION ALL
SELECT 'inheritance', t.name, i.inhparent::regclass::text
FROM pg_inherits i JOIN tables t ON t.oid = i.inhrelid
UNION ALL
SELECT 'column', name, format_type(atttypid, atttypmod) || CASE WHEN attnotnull THEN ' NOT NULL' ELSE '' END FROM columns
UNION ALL
SELECT 'column position', name, position::text FROM columns
UNION ALL
SELECT 'column value', name,
       CASE WHEN attidentity = 'a' THEN 'identity always'
            WHEN attidentity = 'd' THEN 'identity by default'
            WHEN attgenerated = 's' THEN 'stored ' || expression
            WHEN attgenerated = 'v' THEN 'virtual ' || expression
            ELSE 'default ' || expression END
FROM columns WHERE attidentity <> '' OR expression IS NOT NULL
UNION ALL
SELECT 'column collation', c.name, format('%s', c.attcollation::regcollation)
FROM columns c JOIN pg_type y ON y.oid = c.atttypid WHERE c.attcollation <> y.typcollation
UNION ALL
SELECT 'constraint', format('%s %I', t.name, k.conname), pg_get_constraintdef(k.oid)
FROM pg_constraint k JOIN tables t ON t.oid = k.conrelid WHERE k.contype IN ('p', 'u', 'f', 'c', 'x') AND k.conparentid = 0
UNION ALL
SELECT 'index', format('%s on %s', r.name, i.indrelid::regclass),
       concat_ws(' ', pg_get_indexdef(r.oid), CASE WHEN NOT i.indisvalid THEN 'invalid' END, CASE WHEN i.indisclustered THEN 'clustered' END)
FROM relations r JOIN pg_index i ON i.indexrelid = r.oid
WHERE NOT EXISTS (SELECT FROM pg_constraint k WHERE k.conindid = r.oid AND k.contype IN ('p', 'u', 'x'))
UNION ALL
SELECT 'enum', y.name, (SELECT string_agg(quote_literal(e.enumlabel), ', ' ORDER BY e.enumsortorder) FROM pg_enum e WHERE e.enumtypid = y.oid)
FROM types y WHERE y.typtype = 'e'
UNION ALL
SELECT 'domain', y.name,
       concat_ws(' ', format_type(y.typbasetype, y.typtypmod), 'default ' || y.typdefault, CASE WHEN y.typnotnull THEN 'not null' END,
         (SELECT string_agg(k.conname || ' ' || pg_get_constraintdef(k.oid), ' ' ORDER BY k.conname) FROM pg_constraint k WHERE k.contypid = y.oid AND k.contype = 'c'))
FROM types y WHERE y.typtype = 'd'
UNION ALL
SELECT 'composite type', y.name,
       (SELECT string_agg(a.attname || ' ' || format_type(a.atttypid, a.atttypmod), ', ' ORDER BY a.attnum)
        FROM pg_attribute a WHERE a.attrelid = y.typrelid AND a.attnum > 0 AND NOT a.attisdropped)
FROM types y JOIN pg_class c ON c.oid = y.typrelid AND c.relkind = 'c'
UNION ALL
SELECT 'range type', y.name, format_type(g.rngsubtype, NULL) FROM types y JOIN pg_range g ON g.rngtypid = y.oid
UNION ALL
SELECT 'sequence', r.name,
       concat_ws(' ', format_type(q.seqtypid, NULL), 'start', q.seqstart, 'by', q.seqincrement, 'from', q.seqmin, 'to', q.seqmax,
         'cache', q.seqcache, CASE WHEN q.seqcycle THEN 'cycle' END,
         (SELECT 'owned by ' || c.name FROM pg_depend d JOIN columns c ON c.attrelid = d.refobjid AND c.attnum = d.refobjsubid
          WHERE d.classid = 'pg_class'::regclass AND d.objid = r.oid AND d.refclassid = 'pg_class'::regclass AND d.deptype IN ('a', 'i')))
FROM relations r JOIN pg_sequence q ON q.seqrelid = r.oid
UNION ALL
SELECT CASE relkind WHEN 'v' THEN 'view' ELSE 'materialized view' END, name, pg_get_viewdef(oid) FROM relations WHERE relkind IN ('v', 'm')
UNION ALL
SELECT 'trigger', format('%s %I', t.name, g.tgname), g.tgenabled::text || ' ' || pg_get_triggerdef(g.oid)
FROM pg_trigger g JOIN tables t ON t.oid = g.tgrelid WHERE NOT g.tgisinternal
UNION ALL
SELECT 'policy', format('%s %I', t.name, p.polname),
       concat_ws(' ', p.polcmd, p.polpermissive, p.polroles::regrole[]::text, pg_get_expr(p.polqual, p.polrelid), '/', pg_get_expr(p.polwithcheck, p.polrelid))
FROM pg_policy p JOIN tables t ON t.oid = p.polrelid
UNION ALL
SELECT 'function', name, CASE prokind WHEN 'a' THEN 'aggregate' ELSE pg_get_functiondef(oid) END FROM functions
UNION ALL
SELECT 'comment', r.name || coalesce('.' || (SELECT c.attname FROM columns c WHERE c.attrelid = d.objoid AND c.attnum = d.objsubid), ''), d.description
FROM pg_description d JOIN relations r ON r.oid = d.objoid WHERE d.classoid = 'pg_class'::regclass
UNION ALL
SELECT 'comment', 'type ' || y.name, d.description
FROM pg_description d JOIN types y ON y.oid = d.objoid WHERE d.classoid = 'pg_type'::regclass
UNION ALL
SELECT 'comment', format('constraint %s %I', t.name, k.conname), d.description
FROM pg_description d JOIN pg_constraint k ON k.oid = d.objoid JOIN tables t ON t.oid = k.conrelid
WHERE d.classoid = 'pg_constraint'::regclass
ORDER BY 1, 2, 3

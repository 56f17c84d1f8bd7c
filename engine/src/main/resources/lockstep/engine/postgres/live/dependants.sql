-- What is not read and depends on objects that a plan drops: objects of kinds that a schema has no
-- place for, and everything in namespaces that are not read.
WITH RECURSIVE dropped (place, class, id, part) AS (
  SELECT place, class::oid, id, part::int
  FROM (VALUES %1$s) AS named (place, class, id, part)
  WHERE id IS NOT NULL
  UNION
  -- What goes with it: PostgreSQL drops an object's parts, and what an extension has.
  SELECT w.place, d.classid, d.objid, d.objsubid
  FROM dropped AS w
  JOIN pg_depend AS d ON d.refclassid = w.class AND d.refobjid = w.id
    AND (w.part = 0 OR d.refobjsubid = w.part)
  WHERE d.deptype IN ('i', 'a', 'P', 'S', 'e')
), dependant AS (
  SELECT DISTINCT w.place,
    CASE WHEN o.relation IS NULL THEN d.classid ELSE 'pg_class'::regclass END AS class,
    coalesce(o.relation, d.objid) AS id
  FROM dropped AS w
  JOIN pg_depend AS d ON d.refclassid = w.class AND d.refobjid = w.id
    AND (w.part = 0 OR d.refobjsubid = w.part)
  -- What is part of a relation is called by that.
  LEFT JOIN LATERAL (
    SELECT ev_class FROM pg_rewrite WHERE oid = d.objid AND d.classid = 'pg_rewrite'::regclass
    UNION ALL
    SELECT conrelid FROM pg_constraint
    WHERE oid = d.objid AND conrelid <> 0 AND d.classid = 'pg_constraint'::regclass
    UNION ALL
    SELECT adrelid FROM pg_attrdef WHERE oid = d.objid AND d.classid = 'pg_attrdef'::regclass
    UNION ALL
    SELECT tgrelid FROM pg_trigger WHERE oid = d.objid AND d.classid = 'pg_trigger'::regclass
    UNION ALL
    SELECT polrelid FROM pg_policy WHERE oid = d.objid AND d.classid = 'pg_policy'::regclass
    UNION ALL
    SELECT indrelid FROM pg_index WHERE indexrelid = d.objid AND d.classid = 'pg_class'::regclass
  ) AS o (relation) ON true
  WHERE d.deptype IN ('n', 'a', 'P', 'S')
    AND NOT EXISTS (
      SELECT FROM pg_depend AS e
      WHERE e.classid = d.classid AND e.objid = d.objid AND e.deptype = 'e')
)
SELECT d.place, a.type, a.identity
FROM dependant AS d
CROSS JOIN LATERAL pg_identify_object(d.class, d.id, 0) AS a
LEFT JOIN pg_class AS c ON c.oid = d.id AND d.class = 'pg_class'::regclass
WHERE (c.oid IS NULL OR c.relkind NOT IN ('i', 'I', 'S', 't'))
  AND (
    d.class IN (
      'pg_am'::regclass, 'pg_conversion'::regclass, 'pg_language'::regclass, 'pg_opclass'::regclass,
      'pg_operator'::regclass, 'pg_opfamily'::regclass, 'pg_transform'::regclass,
      'pg_ts_parser'::regclass, 'pg_ts_template'::regclass, 'pg_user_mapping'::regclass)
    OR d.class = 'pg_type'::regclass AND EXISTS (
      SELECT FROM pg_type AS t
      WHERE t.oid = d.id AND (t.typtype = 'p' OR t.typtype = 'b' AND t.typcategory <> 'A'))
    OR c.relkind = 'f' AND c.oid IN (SELECT inhrelid FROM pg_inherits)
    OR a.schema <> ALL (ARRAY[%2$s]::text[])
      AND a.schema !~ '^pg_' AND a.schema <> 'information_schema')
ORDER BY d.place, a.type, a.identity

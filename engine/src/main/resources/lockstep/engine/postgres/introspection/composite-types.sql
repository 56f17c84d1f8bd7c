-- One row for each attribute, and one without for a type that has none.
select t.oid, t.typnamespace, t.typname,
  a.attname, a.atttypid, a.atttypmod, a.attndims,
  case when a.attcollation <> b.typcollation then a.attcollation end,
  t.typrelid, a.attnum
from pg_type t
join pg_class c on c.oid = t.typrelid
left join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
left join pg_type b on b.oid = a.atttypid
where t.typtype = 'c' and c.relkind = 'c'
  and not exists (
    select from pg_depend d
    where d.classid = 'pg_type'::regclass and d.objid = t.oid and d.deptype = 'e')
order by t.oid, a.attnum

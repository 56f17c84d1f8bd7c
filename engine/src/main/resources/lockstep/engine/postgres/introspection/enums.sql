select t.oid, t.typnamespace, t.typname, e.enumlabel
from pg_type t
left join pg_enum e on e.enumtypid = t.oid
where t.typtype = 'e'
  and not exists (
    select from pg_depend d
    where d.classid = 'pg_type'::regclass and d.objid = t.oid and d.deptype = 'e')
order by t.oid, e.enumsortorder

select t.oid, t.typnamespace, t.typname, t.typbasetype, t.typtypmod, t.typndims, t.typnotnull,
  pg_get_expr(t.typdefaultbin, 0),
  case when t.typcollation <> b.typcollation then t.typcollation end
from pg_type t
join pg_type b on b.oid = t.typbasetype
where t.typtype = 'd'
  and not exists (
    select from pg_depend d
    where d.classid = 'pg_type'::regclass and d.objid = t.oid and d.deptype = 'e')

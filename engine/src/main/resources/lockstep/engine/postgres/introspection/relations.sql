-- Partitions and what extensions own are left out, but foreign keys may refer to them.
select c.oid, c.relnamespace, c.relname, c.relkind, c.relpersistence,
  array_to_string(c.reloptions, chr(31)),
  case when c.relkind = 'v' then pg_get_viewdef(c.oid) end,
  c.relispartition or exists (
    select from pg_depend d
    where d.classid = 'pg_class'::regclass and d.objid = c.oid and d.deptype = 'e')
from pg_class c
join pg_namespace n on n.oid = c.relnamespace
where c.relkind in ('r', 'p', 'v')
  and n.nspname !~ '^pg_' and n.nspname <> 'information_schema'

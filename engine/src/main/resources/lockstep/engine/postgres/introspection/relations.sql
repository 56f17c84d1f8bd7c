-- What extensions own is left out, but foreign keys may refer to it.
select c.oid, c.relnamespace, c.relname, c.relkind, c.relpersistence,
  array_to_string(c.reloptions, chr(31)),
  case when c.relkind in ('v', 'm') then pg_get_viewdef(c.oid) end,
  exists (
    select from pg_depend d
    where d.classid = 'pg_class'::regclass and d.objid = c.oid and d.deptype = 'e'),
  array_to_string(t.reloptions, chr(31)),
  nullif(m.amname, 'heap'),
  s.spcname,
  c.relreplident,
  c.relrowsecurity, c.relforcerowsecurity,
  case when c.relkind = 'p' then pg_get_partkeydef(c.oid) end,
  case when c.relispartition then pg_get_expr(c.relpartbound, c.oid) end,
  (select y.typrelid from pg_type y where y.oid = nullif(c.reloftype, 0)),
  c.relispopulated
from pg_class c
join pg_namespace n on n.oid = c.relnamespace
left join pg_class t on t.oid = c.reltoastrelid
left join pg_am m on m.oid = c.relam
left join pg_tablespace s on s.oid = c.reltablespace
where c.relkind in ('r', 'p', 'v', 'm', 'c')
  and n.nspname !~ '^pg_' and n.nspname <> 'information_schema'

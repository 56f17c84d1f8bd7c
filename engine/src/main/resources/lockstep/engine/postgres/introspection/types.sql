-- The types that columns and domains have, each with the modifiers they have it with.
with used as (
  select a.atttypid as oid, a.atttypmod as modifiers
  from pg_attribute a
  join pg_class c on c.oid = a.attrelid
  join pg_namespace n on n.oid = c.relnamespace
  where c.relkind in ('r', 'p', 'v', 'm', 'c', 'f') and a.attnum > 0 and not a.attisdropped
    and n.nspname !~ '^pg_' and n.nspname <> 'information_schema'
  union
  select t.typbasetype, t.typtypmod
  from pg_type t
  where t.typtype = 'd'
)
select u.oid, u.modifiers,
  e.oid is not null as is_array,
  b.typtype, n.nspname, b.typname,
  n.nspname ~ '^pg_' or n.nspname = 'information_schema' or x.objid is not null as is_foreign,
  format_type(b.oid, u.modifiers)
from used u
join pg_type t on t.oid = u.oid
left join pg_type e on e.typarray = t.oid
join pg_type b on b.oid = coalesce(e.oid, t.oid)
join pg_namespace n on n.oid = b.typnamespace
left join pg_depend x
  on x.classid = 'pg_type'::regclass and x.objid = b.oid and x.deptype = 'e'

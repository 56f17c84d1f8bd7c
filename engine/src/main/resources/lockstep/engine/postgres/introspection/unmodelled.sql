-- What stands in the database and has no place in a schema yet, by kind and name, with the namespace
-- that it is in. Grants and owners are counted by role; what every database has is left out.
with ours as (
  select n.oid, n.nspname, n.nspowner, n.nspacl from pg_namespace n
  where n.nspname !~ '^pg_' and n.nspname <> 'information_schema'
), extension as (
  select d.classid, d.objid from pg_depend d where d.deptype = 'e'
), relation as (
  select c.oid, c.relkind, c.relowner, c.relacl,
    c.reloptions, n.oid as namespace, n.nspname || '.' || c.relname as name
  from pg_class c
  join ours n on n.oid = c.relnamespace
  where not exists (
    select from extension e where e.classid = 'pg_class'::regclass and e.objid = c.oid)
), found as (
  select 'foreign table' as kind, name, namespace from relation where relkind = 'f'
  union all
  select 'comment', 'extension ' || e.extname, null
  from pg_extension e
  join pg_description d on d.classoid = 'pg_extension'::regclass and d.objoid = e.oid
  left join pg_available_extensions a on a.name = e.extname
  where e.extname <> 'plpgsql' and d.description is distinct from a.comment
  union all
  select 'base type', n.nspname || '.' || t.typname, n.oid
  from pg_type t
  join ours n on n.oid = t.typnamespace
  where (t.typtype = 'p' or t.typtype = 'b' and not exists (select from pg_type e where e.typarray = t.oid))
    and not exists (
      select from extension e where e.classid = 'pg_type'::regclass and e.objid = t.oid)
  union all
  select 'conversion', n.nspname || '.' || c.conname, n.oid
  from pg_conversion c
  join ours n on n.oid = c.connamespace
  where not exists (
    select from extension e where e.classid = 'pg_conversion'::regclass and e.objid = c.oid)
  union all
  select 'operator', n.nspname || '.' || o.oprname, n.oid
  from pg_operator o
  join ours n on n.oid = o.oprnamespace
  where not exists (
    select from extension e where e.classid = 'pg_operator'::regclass and e.objid = o.oid)
  union all
  select 'operator class', n.nspname || '.' || o.opcname, n.oid
  from pg_opclass o
  join ours n on n.oid = o.opcnamespace
  where not exists (
    select from extension e where e.classid = 'pg_opclass'::regclass and e.objid = o.oid)
  union all
  select 'temporal key', r.name || '.' || k.conname, r.namespace         -- from 18
  from pg_constraint k join relation r on r.oid = k.conrelid             -- from 18
  where k.conperiod                                                      -- from 18
  union all                                                              -- from 18
  select 'event trigger', t.evtname, null from pg_event_trigger t
  where not exists (
    select from extension e where e.classid = 'pg_event_trigger'::regclass and e.objid = t.oid)
  union all
  select 'publication', p.pubname, null from pg_publication p
  union all
  select 'foreign server', s.srvname, null from pg_foreign_server s
  union all
  select 'cast', format('%s as %s', c.castsource::regtype, c.casttarget::regtype), null
  from pg_cast c
  where c.oid >= 16384 and not exists (
    select from pg_depend d
    where d.classid = 'pg_cast'::regclass and d.objid = c.oid and d.deptype in ('e', 'i'))
)
select kind, name, namespace from found order by kind, name

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
  select 'foreign table with a parent' as kind, name, namespace from relation
  where relkind = 'f' and oid in (select inhrelid from pg_inherits)
  union all
  select 'comment', r.name || '.' || a.attname, r.namespace
  from relation r
  join pg_description d on d.classoid = 'pg_class'::regclass and d.objoid = r.oid
  join pg_attribute a on a.attrelid = r.oid and a.attnum = d.objsubid
  where r.relkind = 'f' and d.objsubid > 0
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
  -- The sequence of an unlogged table's column is so by itself.                        -- from 15
  select 'unlogged sequence', n.nspname || '.' || c.relname, n.oid                     -- from 15
  from pg_class c join ours n on n.oid = c.relnamespace                                -- from 15
  where c.relkind = 'S' and c.relpersistence = 'u' and not exists (                    -- from 15
    select from pg_depend d join pg_class t on t.oid = d.refobjid                      -- from 15
    where d.classid = 'pg_class'::regclass and d.objid = c.oid                         -- from 15
      and d.refclassid = 'pg_class'::regclass and t.relpersistence = 'u')              -- from 15
  union all                                                                            -- from 15
  select 'trigger state of a partition', r.name || '.' || t.tgname, r.namespace
  from pg_trigger t
  join pg_trigger p on p.oid = t.tgparentid and not p.tgisinternal
  join relation r on r.oid = t.tgrelid
  where t.tgenabled <> p.tgenabled
  union all
  -- Called as the table had it that joined its parent; the parent's own has another name. -- from 18
  select 'not-null name of a child', r.name || '.' || k.conname, r.namespace            -- from 18
  from pg_constraint k                                                                  -- from 18
  join relation r on r.oid = k.conrelid                                                 -- from 18
  where k.contype = 'n' and not k.conislocal and k.conname !~ '_not_null\d*$'           -- from 18
    and not exists (                                                                    -- from 18
      select from pg_inherits i                                                         -- from 18
      join pg_constraint p on p.conrelid = i.inhparent and p.contype = 'n'              -- from 18
      where i.inhrelid = k.conrelid and p.conname = k.conname)                          -- from 18
  union all                                                                             -- from 18
  select 'user mapping', m.srvname || ' for ' || m.usename, null from pg_user_mappings m
  union all
  select 'subscription', s.subname, null
  from pg_subscription s
  join pg_database d on d.oid = s.subdbid and d.datname = current_database()
  union all
  select 'language', l.lanname, null from pg_language l
  where l.oid >= 16384 and not exists (
    select from extension e where e.classid = 'pg_language'::regclass and e.objid = l.oid)
  union all
  select 'security label', format('%s (%s)', l.provider, count(*)), null
  from pg_seclabel l group by l.provider
  union all
  select 'operator family', n.nspname || '.' || f.opfname, n.oid
  from pg_opfamily f
  join ours n on n.oid = f.opfnamespace
  where not exists (
    select from extension e where e.classid = 'pg_opfamily'::regclass and e.objid = f.oid)
  union all
  select 'access method', a.amname, null from pg_am a
  where a.oid >= 16384 and not exists (
    select from extension e where e.classid = 'pg_am'::regclass and e.objid = a.oid)
  union all
  select 'text search parser', n.nspname || '.' || p.prsname, n.oid
  from pg_ts_parser p
  join ours n on n.oid = p.prsnamespace
  where not exists (
    select from extension e where e.classid = 'pg_ts_parser'::regclass and e.objid = p.oid)
  union all
  select 'text search template', n.nspname || '.' || t.tmplname, n.oid
  from pg_ts_template t
  join ours n on n.oid = t.tmplnamespace
  where not exists (
    select from extension e where e.classid = 'pg_ts_template'::regclass and e.objid = t.oid)
  union all
  select 'transform', format('of %s for %s', format_type(t.trftype, null), l.lanname), null
  from pg_transform t
  join pg_language l on l.oid = t.trflang
  where not exists (
    select from extension e where e.classid = 'pg_transform'::regclass and e.objid = t.oid)
)
select kind, name, namespace from found order by kind, name

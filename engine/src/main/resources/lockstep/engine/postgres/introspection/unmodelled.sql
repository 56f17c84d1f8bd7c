-- What stands in the database and has no place in a schema yet, by kind and name.
with ours as (
  select n.oid, n.nspname from pg_namespace n
  where n.nspname !~ '^pg_' and n.nspname <> 'information_schema'
), extension as (
  select d.classid, d.objid from pg_depend d where d.deptype = 'e'
), relation as (
  select c.oid, c.relkind, c.relispartition, c.relrowsecurity, c.relreplident,
    n.nspname || '.' || c.relname as name
  from pg_class c
  join ours n on n.oid = c.relnamespace
  where not exists (
    select from extension e where e.classid = 'pg_class'::regclass and e.objid = c.oid)
), found as (
  select 'materialized view' as kind, name from relation where relkind = 'm'
  union all
  select 'foreign table', name from relation where relkind = 'f'
  union all
  select 'partitioned table', name from relation where relkind = 'p' and not relispartition
  union all
  select 'partition', name from relation where relkind in ('r', 'p') and relispartition
  union all
  select 'inheritance', r.name from relation r
  join pg_inherits i on i.inhrelid = r.oid
  where r.relkind = 'r' and not r.relispartition
  union all
  select 'row security', name from relation where relrowsecurity
  union all
  select 'replica identity', name from relation where relkind = 'r' and relreplident <> 'd'
  union all
  select 'policy', r.name || '.' || p.polname from pg_policy p join relation r on r.oid = p.polrelid
  union all
  select 'trigger', r.name || '.' || t.tgname
  from pg_trigger t
  join relation r on r.oid = t.tgrelid
  where not t.tgisinternal
  union all
  select 'rule', r.name || '.' || w.rulename
  from pg_rewrite w
  join relation r on r.oid = w.ev_class
  where w.rulename <> '_RETURN'
  union all
  select case p.prokind when 'p' then 'procedure' when 'a' then 'aggregate' else 'function' end,
    n.nspname || '.' || p.proname || '(' || pg_get_function_identity_arguments(p.oid) || ')'
  from pg_proc p
  join ours n on n.oid = p.pronamespace
  where not exists (
      select from extension e where e.classid = 'pg_proc'::regclass and e.objid = p.oid)
    and not exists (
      select from pg_depend d
      where d.classid = 'pg_proc'::regclass and d.objid = p.oid and d.deptype = 'i')
  union all
  select case t.typtype when 'c' then 'composite type' when 'r' then 'range type'
    else 'base type' end, n.nspname || '.' || t.typname
  from pg_type t
  join ours n on n.oid = t.typnamespace
  left join pg_class c on c.oid = t.typrelid
  where (t.typtype = 'r' or t.typtype = 'c' and c.relkind = 'c'
      or t.typtype = 'b' and not exists (select from pg_type e where e.typarray = t.oid))
    and not exists (
      select from extension e where e.classid = 'pg_type'::regclass and e.objid = t.oid)
  union all
  select 'collation', n.nspname || '.' || c.collname
  from pg_collation c
  join ours n on n.oid = c.collnamespace
  where not exists (
    select from extension e where e.classid = 'pg_collation'::regclass and e.objid = c.oid)
  union all
  select 'operator', n.nspname || '.' || o.oprname
  from pg_operator o
  join ours n on n.oid = o.oprnamespace
  where not exists (
    select from extension e where e.classid = 'pg_operator'::regclass and e.objid = o.oid)
  union all
  select 'operator class', n.nspname || '.' || o.opcname
  from pg_opclass o
  join ours n on n.oid = o.opcnamespace
  where not exists (
    select from extension e where e.classid = 'pg_opclass'::regclass and e.objid = o.oid)
  union all
  select 'text search configuration', n.nspname || '.' || c.cfgname
  from pg_ts_config c
  join ours n on n.oid = c.cfgnamespace
  where not exists (
    select from extension e where e.classid = 'pg_ts_config'::regclass and e.objid = c.oid)
  union all
  select 'text search dictionary', n.nspname || '.' || c.dictname
  from pg_ts_dict c
  join ours n on n.oid = c.dictnamespace
  where not exists (
    select from extension e where e.classid = 'pg_ts_dict'::regclass and e.objid = c.oid)
  union all
  select 'temporal key', r.name || '.' || k.conname                       -- from 18
  from pg_constraint k join relation r on r.oid = k.conrelid             -- from 18
  where k.conperiod                                                      -- from 18
  union all                                                              -- from 18
  select 'extended statistics', n.nspname || '.' || s.stxname
  from pg_statistic_ext s
  join ours n on n.oid = s.stxnamespace
  union all
  select 'event trigger', t.evtname from pg_event_trigger t
  where not exists (
    select from extension e where e.classid = 'pg_event_trigger'::regclass and e.objid = t.oid)
  union all
  select 'publication', p.pubname from pg_publication p
  union all
  select 'foreign server', s.srvname from pg_foreign_server s
  union all
  select 'cast', format('%s as %s', c.castsource::regtype, c.casttarget::regtype)
  from pg_cast c
  where c.oid >= 16384 and not exists (
    select from pg_depend d
    where d.classid = 'pg_cast'::regclass and d.objid = c.oid and d.deptype in ('e', 'i'))
)
select kind, name from found order by kind, name

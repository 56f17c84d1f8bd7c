-- Owners other than the role that reads, and privileges beyond those that an object has by itself,
-- or lacking from these. Kinds are numbered as in dependencies.sql; 18 is a namespace, 19 default
-- privileges. What extensions bring is left out, but for what somebody grants on a language.
with me as (
  select oid from pg_roles where rolname = current_user
), ours as (
  select n.oid, n.nspname, n.nspowner, n.nspacl
  from pg_namespace n
  where n.nspname !~ '^pg_' and n.nspname <> 'information_schema'
), object as (
  select c.oid, 'pg_class'::regclass as class, 2 as kind, c.relkind::text as letter,
    c.relnamespace as namespace, c.relname as name, null::name as part, '' as arguments,
    c.relowner as owner, c.relacl as acl,
    case when c.relacl is not null then
      acldefault(case c.relkind when 'S' then 's' else 'r' end::"char", c.relowner) end as usual
  from pg_class c
  join ours n on n.oid = c.relnamespace
  where c.relkind in ('r', 'p', 'v', 'm', 'f', 'S')
    and (c.relacl is not null or c.relowner <> (select oid from me))
  union all
  select c.oid, 'pg_class'::regclass, 3, c.relkind::text, c.relnamespace, c.relname, a.attname, '',
    c.relowner, a.attacl, acldefault('c', c.relowner)
  from pg_attribute a
  join pg_class c on c.oid = a.attrelid
  join ours n on n.oid = c.relnamespace
  -- Older servers remember what was granted on a column that is gone (PostgreSQL 15 does).
  where a.attacl is not null and not a.attisdropped
  union all
  select t.oid, 'pg_type'::regclass, 6, t.typtype::text, t.typnamespace, t.typname, null, '',
    t.typowner, t.typacl, acldefault('T', t.typowner)
  from pg_type t
  join ours n on n.oid = t.typnamespace
  left join pg_class c on c.oid = t.typrelid
  where t.typtype in ('e', 'd', 'c', 'r') and (t.typtype <> 'c' or c.relkind = 'c')
    and (t.typacl is not null or t.typowner <> (select oid from me))
  union all
  select p.oid, 'pg_proc'::regclass, 7, p.prokind::text, p.pronamespace, p.proname, null,
    '(' || oidvectortypes(p.proargtypes) || ')', p.proowner, p.proacl,
    acldefault('f', p.proowner)
  from pg_proc p
  join ours n on n.oid = p.pronamespace
  where p.proacl is not null or p.proowner <> (select oid from me)
  union all
  -- The server itself says who may do what in its own namespaces.
  select n.oid, 'pg_namespace'::regclass, 18, '', n.oid, n.nspname, null, '',
    case when n.nspname = 'public' then (select oid from me) else n.nspowner end,
    coalesce(n.nspacl, acldefault('n', n.nspowner)),
    -- To another owner go what were the first one's own privileges.
    coalesce(
      (select array_agg(makeaclitem(
          case when e.grantee = e.grantor then n.nspowner else e.grantee end, n.nspowner,
          e.privilege_type, e.is_grantable))
        from aclexplode(i.initprivs) e),
      acldefault('n', n.nspowner))
  from ours n
  left join pg_init_privs i on i.objoid = n.oid and i.classoid = 'pg_namespace'::regclass
  union all
  select p.oid, 'pg_publication'::regclass, 12, '', 0, p.pubname, null, '', p.pubowner, null, null
  from pg_publication p
  where p.pubowner <> (select oid from me)
  union all
  select s.oid, 'pg_statistic_ext'::regclass, 11, '', c.relnamespace, c.relname, s.stxname, '',
    s.stxowner, null, null
  from pg_statistic_ext s
  join pg_class c on c.oid = s.stxrelid
  where s.stxowner <> (select oid from me)
  union all
  select t.oid, 'pg_event_trigger'::regclass, 13, '', 0, t.evtname, null, '', t.evtowner, null, null
  from pg_event_trigger t
  where t.evtowner <> (select oid from me)
  union all
  select c.oid, 'pg_collation'::regclass, 15, '', c.collnamespace, c.collname, null, '',
    c.collowner, null, null
  from pg_collation c
  join ours n on n.oid = c.collnamespace
  where c.collowner <> (select oid from me)
  union all
  select s.oid, 'pg_foreign_server'::regclass, 16, '', 0, s.srvname, null, '', s.srvowner, s.srvacl,
    acldefault('S', s.srvowner)
  from pg_foreign_server s
  where s.srvacl is not null or s.srvowner <> (select oid from me)
  union all
  select w.oid, 'pg_foreign_data_wrapper'::regclass, 17, '', 0, w.fdwname, null, '', w.fdwowner,
    w.fdwacl, acldefault('F', w.fdwowner)
  from pg_foreign_data_wrapper w
  where w.fdwacl is not null or w.fdwowner <> (select oid from me)
  union all
  select d.oid, 'pg_ts_dict'::regclass, 20, '', d.dictnamespace, d.dictname, null, '', d.dictowner,
    null, null
  from pg_ts_dict d
  join ours n on n.oid = d.dictnamespace
  where d.dictowner <> (select oid from me)
  union all
  select c.oid, 'pg_ts_config'::regclass, 21, '', c.cfgnamespace, c.cfgname, null, '', c.cfgowner,
    null, null
  from pg_ts_config c
  join ours n on n.oid = c.cfgnamespace
  where c.cfgowner <> (select oid from me)
  union all
  select l.oid, 'pg_language'::regclass, 22, '', 0, l.lanname, null, '', (select oid from me),
    l.lanacl, acldefault('l', l.lanowner)
  from pg_language l
  where l.lanacl is not null
), own as (
  select o.*
  from object o
  where o.class = 'pg_language'::regclass or not exists (
      select from pg_depend d
      where d.classid = o.class and d.objid = o.oid and d.deptype in ('e', 'i')
        -- A partitioned table stands on the columns of its own key.
        and (d.refclassid, d.refobjid) <> (d.classid, d.objid))
), explained as (
  select o.oid, o.class, o.part, x.place, 'GRANT' as effect, x.privilege, x.grantee, x.is_grantable,
    o.owner
  from own o
  cross join lateral aclexplode(o.acl)
    with ordinality x (grantor, grantee, privilege, is_grantable, place)
  where not exists (
    select from aclexplode(o.usual) u
    where u.grantee = x.grantee and u.privilege_type = x.privilege
      and u.is_grantable = x.is_grantable)
  union all
  select o.oid, o.class, o.part, 0, 'REVOKE', u.privilege_type, u.grantee, false, o.owner
  from own o
  cross join lateral aclexplode(o.usual) u
  where o.acl is not null and not exists (
    select from aclexplode(o.acl) x
    where x.grantee = u.grantee and x.privilege_type = u.privilege_type)
), assigned as (
  select o.kind, o.letter, o.namespace, o.name::text, o.part::text, o.arguments,
    case when o.owner <> (select oid from me) and (o.part is null or o.kind = 11)
      and (o.letter <> 'S' or not exists (
        select from pg_depend d
        where d.classid = o.class and d.objid = o.oid and d.deptype = 'a' and d.refobjsubid > 0))
      then o.owner end as owner,
    e.place, e.effect, e.privilege, e.grantee, e.is_grantable, o.owner as holder
  from own o
  left join explained e on e.oid = o.oid and e.class = o.class and e.part is not distinct from o.part
  union all
  select 19, n.nspname, 0,
    case d.defaclobjtype when 'r' then 'TABLES' when 'S' then 'SEQUENCES' when 'f' then 'FUNCTIONS'
      when 'T' then 'TYPES' when 'n' then 'SCHEMAS' else 'LARGE OBJECTS' end,
    case when d.defaclrole = (select oid from me) then 'CURRENT_USER'
      else quote_ident(r.rolname) end,
    '', null, x.place, x.effect, x.privilege, x.grantee, x.is_grantable, d.defaclrole
  from pg_default_acl d
  join pg_roles r on r.oid = d.defaclrole
  left join ours n on n.oid = d.defaclnamespace
  cross join lateral (
    select a.place, 'GRANT' as effect, a.privilege, a.grantee, a.is_grantable
    from aclexplode(d.defaclacl)
      with ordinality a (grantor, grantee, privilege, is_grantable, place)
    where d.defaclnamespace <> 0 or not exists (
      select from aclexplode(acldefault(
        case d.defaclobjtype when 'S' then 's' else d.defaclobjtype end::"char", d.defaclrole)) u
      where u.grantee = a.grantee and u.privilege_type = a.privilege
        and u.is_grantable = a.is_grantable)
    union all
    select 0, 'REVOKE', u.privilege_type, u.grantee, false
    from aclexplode(acldefault(
      case d.defaclobjtype when 'S' then 's' else d.defaclobjtype end::"char", d.defaclrole)) u
    where d.defaclnamespace = 0 and not exists (
      select from aclexplode(d.defaclacl) a
      where a.grantee = u.grantee and a.privilege_type = u.privilege_type)
  ) x
)
select a.kind, a.letter, a.namespace, a.name, a.part, a.arguments,
  quote_ident(o.rolname), a.effect, a.privilege,
  case when a.grantee = 0 then 'PUBLIC'
    when a.grantee = a.holder and a.grantee = (select oid from me) then 'CURRENT_USER'
    else quote_ident(g.rolname) end,
  a.is_grantable
from assigned a
left join pg_roles o on o.oid = a.owner
left join pg_roles g on g.oid = a.grantee
where (a.effect is not null or a.owner is not null)
order by a.kind, a.namespace, a.name, a.arguments, a.place

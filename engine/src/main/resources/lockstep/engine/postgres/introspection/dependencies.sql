-- What objects need beyond what they say themselves: each edge once, both ends by name. A kind is
-- 1 extension, 2 relation (with its relkind), 3 column, 4 index, 5 constraint, 6 type (with its
-- typtype), 7 routine (with its prokind), 8 trigger, 9 rule, 10 policy, 11 extended statistics,
-- 12 publication, 13 event trigger, 14 cast, 15 collation, 16 foreign server, 17 wrapper, 20 text
-- search dictionary, 21 text search configuration. 22, a language, is in access.sql only.
-- What the server itself brings has a number below 16384 (PostgreSQL 18, FirstNormalObjectId).
with edge as materialized (
  select d.classid, d.objid, d.objsubid, d.refclassid, d.refobjid, d.refobjsubid
  from pg_depend d
  where d.refobjid >= 16384 and d.deptype in ('n', 'a')
    and d.classid not in ('pg_default_acl'::regclass, 'pg_namespace'::regclass, 'pg_extension'::regclass)
    and d.refclassid in (
      'pg_class'::regclass, 'pg_type'::regclass, 'pg_proc'::regclass, 'pg_constraint'::regclass,
      'pg_collation'::regclass, 'pg_foreign_server'::regclass,
      'pg_foreign_data_wrapper'::regclass, 'pg_opclass'::regclass, 'pg_operator'::regclass,
      'pg_ts_dict'::regclass, 'pg_ts_config'::regclass)
    -- Tables, indexes and constraints say themselves which columns they have.
    and not (d.refclassid = 'pg_class'::regclass and d.classid = 'pg_class'::regclass)
    and (d.classid <> 'pg_attrdef'::regclass
      or (d.objid, d.refobjid, d.refobjsubid) not in (select oid, adrelid, adnum from pg_attrdef))
    and not (d.classid = 'pg_constraint'::regclass and d.refclassid = 'pg_class'::regclass and not exists (
      select from pg_constraint k where k.oid = d.objid and k.contype = 'c'))
  union all
  select d.classid, d.objid, 0, d.refclassid, d.refobjid, d.refobjsubid
  from pg_index i
  join pg_depend d on d.classid = 'pg_class'::regclass and d.objid = i.indexrelid
  where i.indexrelid >= 16384 and (i.indexprs is not null or i.indpred is not null)
    and d.refclassid = 'pg_class'::regclass and d.refobjsubid > 0
), member as materialized (
  select d.classid, d.objid, e.extname
  from pg_depend d
  join pg_extension e on e.oid = d.refobjid
  where d.deptype = 'e' and d.refclassid = 'pg_extension'::regclass
), ends as (
  select classid, objid, objsubid from edge
  union
  select refclassid, refobjid, refobjsubid from edge
), node as materialized (
  select n.*
  from ends n
  where not exists (select from member m where m.classid = n.classid and m.objid = n.objid)
), relation as (
  -- Every row of a type that is a table's, and every array, stands for what it is made of.
  select n.classid, n.objid, n.objsubid, n.objid as relation, n.objsubid as part
  from node n where n.classid = 'pg_class'::regclass
  union all
  select n.classid, n.objid, n.objsubid, d.adrelid, d.adnum
  from node n join pg_attrdef d on d.oid = n.objid where n.classid = 'pg_attrdef'::regclass
  union all
  select n.classid, n.objid, n.objsubid, w.ev_class, 0
  from node n join pg_rewrite w on w.oid = n.objid
  where n.classid = 'pg_rewrite'::regclass and w.rulename = '_RETURN'
), brought as (
  -- The functions that come with a range type.
  select n.classid, n.objid, n.objsubid, d.refobjid as type
  from node n
  join pg_depend d on d.classid = n.classid and d.objid = n.objid
  where n.classid = 'pg_proc'::regclass and d.refclassid = 'pg_type'::regclass and d.deptype = 'i'
), typed as (
  select n.classid, n.objid, n.objsubid, n.objid as type
  from node n where n.classid = 'pg_type'::regclass
  union all
  select classid, objid, objsubid, type from brought
), type as (
  select n.classid, n.objid, n.objsubid,
    coalesce(m.rngtypid, e.oid, t.oid) as type -- from 14
    coalesce(e.oid, t.oid) as type             -- before 14
  from typed n
  join pg_type t on t.oid = n.type
  left join pg_type e on e.typarray = t.oid
  left join pg_range m on m.rngmultitypid = coalesce(e.oid, t.oid) -- from 14
  union all
  select n.classid, n.objid, n.objsubid, k.contypid
  from node n join pg_constraint k on k.oid = n.objid
  where n.classid = 'pg_constraint'::regclass and k.contypid <> 0
), named (classid, objid, objsubid, kind, letter, namespace, name, part, arguments) as (
  select m.classid, m.objid, n.objsubid, 1, '', 0::oid, m.extname, null::name, ''
  from ends n join member m on m.classid = n.classid and m.objid = n.objid
  union all
  select r.classid, r.objid, r.objsubid, case when a.attname is null then 2 else 3 end, c.relkind::text,
    c.relnamespace, c.relname, a.attname, ''
  from relation r
  join pg_class c on c.oid = r.relation
  left join pg_attribute a on a.attrelid = c.oid and a.attnum = nullif(r.part, 0)
  where c.relkind not in ('i', 'I')
  union all
  select r.classid, r.objid, r.objsubid, 4, c.relkind::text, c.relnamespace, c.relname, i.relname, ''
  from relation r
  join pg_index x on x.indexrelid = r.relation
  join pg_class i on i.oid = x.indexrelid
  join pg_class c on c.oid = x.indrelid
  union all
  select n.classid, n.objid, n.objsubid, 5, c.relkind::text, c.relnamespace, c.relname, k.conname, ''
  from node n
  join pg_constraint k on k.oid = n.objid
  join pg_class c on c.oid = k.conrelid
  where n.classid = 'pg_constraint'::regclass and k.contype <> 't'
  union all
  select y.classid, y.objid, y.objsubid, case when c.oid is null then 6 else 2 end,
    coalesce(c.relkind::text, t.typtype::text), t.typnamespace, t.typname, null, ''
  from type y
  join pg_type t on t.oid = y.type
  left join pg_class c on c.oid = t.typrelid and c.relkind <> 'c'
  union all
  select n.classid, n.objid, n.objsubid, 7, p.prokind::text, p.pronamespace, p.proname, null,
    '(' || oidvectortypes(p.proargtypes) || ')'
  from node n
  join pg_proc p on p.oid = n.objid
  where n.classid = 'pg_proc'::regclass
    and not exists (select from brought b where b.objid = n.objid)
  union all
  select n.classid, n.objid, n.objsubid, 8, c.relkind::text, c.relnamespace, c.relname, t.tgname, ''
  from node n
  join pg_trigger t on t.oid = n.objid
  join pg_class c on c.oid = t.tgrelid
  where n.classid = 'pg_trigger'::regclass and not t.tgisinternal
  union all
  select n.classid, n.objid, n.objsubid, 9, c.relkind::text, c.relnamespace, c.relname, w.rulename, ''
  from node n
  join pg_rewrite w on w.oid = n.objid
  join pg_class c on c.oid = w.ev_class
  where n.classid = 'pg_rewrite'::regclass and w.rulename <> '_RETURN'
  union all
  select n.classid, n.objid, n.objsubid, 10, c.relkind::text, c.relnamespace, c.relname, p.polname, ''
  from node n
  join pg_policy p on p.oid = n.objid
  join pg_class c on c.oid = p.polrelid
  where n.classid = 'pg_policy'::regclass
  union all
  select n.classid, n.objid, n.objsubid, 11, c.relkind::text, c.relnamespace, c.relname, s.stxname, ''
  from node n
  join pg_statistic_ext s on s.oid = n.objid
  join pg_class c on c.oid = s.stxrelid
  where n.classid = 'pg_statistic_ext'::regclass
  union all
  select n.classid, n.objid, n.objsubid, 12, '', 0, p.pubname, null, ''
  from node n
  join pg_publication_rel r on r.oid = n.objid
  join pg_publication p on p.oid = r.prpubid
  where n.classid = 'pg_publication_rel'::regclass
  union all
  select n.classid, n.objid, n.objsubid, 13, '', 0, t.evtname, null, ''
  from node n join pg_event_trigger t on t.oid = n.objid
  where n.classid = 'pg_event_trigger'::regclass
  union all
  select n.classid, n.objid, n.objsubid, 14, '', 0,
    format_type(c.castsource, null) || ' as ' || format_type(c.casttarget, null), null, ''
  from node n join pg_cast c on c.oid = n.objid
  where n.classid = 'pg_cast'::regclass
  union all
  select n.classid, n.objid, n.objsubid, 15, '', c.collnamespace, c.collname, null, ''
  from node n join pg_collation c on c.oid = n.objid
  where n.classid = 'pg_collation'::regclass
  union all
  select n.classid, n.objid, n.objsubid, 16, '', 0, s.srvname, null, ''
  from node n join pg_foreign_server s on s.oid = n.objid
  where n.classid = 'pg_foreign_server'::regclass
  union all
  select n.classid, n.objid, n.objsubid, 17, '', 0, w.fdwname, null, ''
  from node n join pg_foreign_data_wrapper w on w.oid = n.objid
  where n.classid = 'pg_foreign_data_wrapper'::regclass
  union all
  select n.classid, n.objid, n.objsubid, 20, '', d.dictnamespace, d.dictname, null, ''
  from node n join pg_ts_dict d on d.oid = n.objid
  where n.classid = 'pg_ts_dict'::regclass
  union all
  select n.classid, n.objid, n.objsubid, 21, '', c.cfgnamespace, c.cfgname, null, ''
  from node n join pg_ts_config c on c.oid = n.objid
  where n.classid = 'pg_ts_config'::regclass
)
select distinct a.kind, a.letter, a.namespace, a.name, a.part, a.arguments,
  b.kind, b.letter, b.namespace, b.name, b.part, b.arguments
from edge e
join named a on a.classid = e.classid and a.objid = e.objid and a.objsubid = e.objsubid
join named b on b.classid = e.refclassid and b.objid = e.refobjid and b.objsubid = e.refobjsubid
where a.kind <> 1
  and not (a.kind = 3 and a.letter <> 'c' and b.kind = 6 and b.letter in ('e', 'd'))
  and not (a.kind = 2 and b.kind in (2, 3) and a.namespace = b.namespace and a.name = b.name)

-- Range types, collations, text search configurations and dictionaries, foreign tables: what follows
-- the name in CREATE, and what is added by ALTER.
with ours as (
  select n.oid from pg_namespace n
  where n.nspname !~ '^pg_' and n.nspname <> 'information_schema'
), extension as (
  select d.classid, d.objid from pg_depend d where d.deptype = 'e'
)
select 'RANGE_TYPE' as kind, t.oid, 'pg_type' as catalog, t.typnamespace, t.typname,
  format('AS RANGE (SUBTYPE = %s', format_type(r.rngsubtype, null))
    || case when not o.opcdefault then format(', SUBTYPE_OPCLASS = %I.%I', n.nspname, o.opcname) else '' end
    || coalesce(', COLLATION = ' || nullif(r.rngcollation, s.typcollation)::regcollation, '')
    || coalesce(', CANONICAL = ' || nullif(r.rngcanonical, 0)::regproc, '')
    || coalesce(', SUBTYPE_DIFF = ' || nullif(r.rngsubdiff, 0)::regproc, '')
    || coalesce(', MULTIRANGE_TYPE_NAME = ' || format_type(r.rngmultitypid, null), '') -- from 14
    || ')' as definition,
  null as additions
from pg_type t
join pg_range r on r.rngtypid = t.oid
join pg_type s on s.oid = r.rngsubtype
join pg_opclass o on o.oid = r.rngsubopc
join pg_namespace n on n.oid = o.opcnamespace
where t.typnamespace in (select oid from ours)
  and not exists (
    select from extension e where e.classid = 'pg_type'::regclass and e.objid = t.oid)
union all
select 'COLLATION', c.oid, 'pg_collation', c.collnamespace, c.collname,
  '(PROVIDER = '
    || case c.collprovider when 'i' then 'icu' when 'b' then 'builtin' when 'c' then 'libc' else 'default' end
    || coalesce(', LOCALE = ' || quote_literal(c.colllocale), '')    -- from 17
    || coalesce(', LOCALE = ' || quote_literal(c.colliculocale), '') -- from 15 -- before 17
    || case when c.collprovider = 'i' then ', LOCALE = ' || quote_literal(c.collcollate) else '' end -- before 15
    || case when c.collprovider <> 'c' then ''
      when c.collcollate = c.collctype then ', LOCALE = ' || quote_literal(c.collcollate)
      else format(', LC_COLLATE = %L, LC_CTYPE = %L', c.collcollate, c.collctype) end
    || case when c.collisdeterministic then '' else ', DETERMINISTIC = false' end
    || coalesce(', RULES = ' || quote_literal(c.collicurules), '') -- from 16
    || ')', null
from pg_collation c
where c.collnamespace in (select oid from ours)
  and not exists (
    select from extension e where e.classid = 'pg_collation'::regclass and e.objid = c.oid)
union all
select 'TEXT_SEARCH_DICTIONARY', d.oid, 'pg_ts_dict', d.dictnamespace, d.dictname,
  format('(TEMPLATE = %s%s)',
    case when n.nspname = 'pg_catalog' then quote_ident(t.tmplname)
    else format('%I.%I', n.nspname, t.tmplname) end,
    coalesce(', ' || d.dictinitoption, '')), null
from pg_ts_dict d
join pg_ts_template t on t.oid = d.dicttemplate
join pg_namespace n on n.oid = t.tmplnamespace
where d.dictnamespace in (select oid from ours)
  and not exists (
    select from extension e where e.classid = 'pg_ts_dict'::regclass and e.objid = d.oid)
union all
select 'TEXT_SEARCH_CONFIGURATION', c.oid, 'pg_ts_config', c.cfgnamespace, c.cfgname,
  format('(PARSER = %s)',
    case when n.nspname = 'pg_catalog' then quote_ident(p.prsname)
    else format('%I.%I', n.nspname, p.prsname) end), (
    select string_agg(added, chr(31) order by added)
    from (
      select format('ADD MAPPING FOR %I WITH %s', k.alias,
        string_agg(m.mapdict::regdictionary::text, ', ' order by m.mapseqno)) as added
      from pg_ts_config_map m
      join ts_token_type(c.cfgparser) k on k.tokid = m.maptokentype
      where m.mapcfg = c.oid
      group by k.alias) mapping)
from pg_ts_config c
join pg_ts_parser p on p.oid = c.cfgparser
join pg_namespace n on n.oid = p.prsnamespace
where c.cfgnamespace in (select oid from ours)
  and not exists (
    select from extension e where e.classid = 'pg_ts_config'::regclass and e.objid = c.oid)
union all
-- Those that have a parent are not read.
select 'FOREIGN_TABLE', c.oid, 'pg_class', c.relnamespace, c.relname,
  '(' || concat_ws(', ', (
    select string_agg(concat_ws(' ', quote_ident(a.attname), format_type(a.atttypid, a.atttypmod),
        'OPTIONS (' || (
          select string_agg(quote_ident(o.option_name) || ' ' || quote_literal(o.option_value), ', ' order by o.option_name)
          from pg_options_to_table(a.attfdwoptions) o) || ')',
        'COLLATE ' || (
          select l.oid::regcollation::text
          from pg_collation l join pg_type t on t.oid = a.atttypid
          where l.oid = a.attcollation and a.attcollation <> t.typcollation),
        case when a.attnotnull then 'NOT NULL' end,
        case a.attgenerated when '' then 'DEFAULT ' || pg_get_expr(d.adbin, d.adrelid)
        else 'GENERATED ALWAYS AS (' || pg_get_expr(d.adbin, d.adrelid) || ') STORED' end), ', '
      order by a.attnum)
    from pg_attribute a
    left join pg_attrdef d on d.adrelid = a.attrelid and d.adnum = a.attnum
    where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped), (
    select string_agg('CONSTRAINT ' || quote_ident(k.conname) || ' ' || pg_get_constraintdef(k.oid), ', '
      order by k.conname)
    from pg_constraint k where k.conrelid = c.oid and k.contype = 'c'))
  || ') SERVER ' || quote_ident(s.srvname)
  || coalesce(' OPTIONS (' || (
    select string_agg(quote_ident(o.option_name) || ' ' || quote_literal(o.option_value), ', ' order by o.option_name)
    from pg_options_to_table(f.ftoptions) o) || ')', ''),
  null
from pg_foreign_table f
join pg_class c on c.oid = f.ftrelid
join pg_foreign_server s on s.oid = f.ftserver
where c.relnamespace in (select oid from ours)
  and not exists (select from pg_inherits i where i.inhrelid = c.oid)
  and not exists (
    select from extension e where e.classid = 'pg_class'::regclass and e.objid = c.oid)

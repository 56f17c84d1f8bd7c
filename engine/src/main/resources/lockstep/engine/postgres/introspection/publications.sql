select p.oid, p.pubname,
  concat_ws(' ',
    case when p.puballtables then 'FOR ALL TABLES'
    else 'FOR ' || (
      select string_agg(x.sql, ', ' order by x.sql)
      from (
        select 'TABLE ONLY ' || r.prrelid::regclass
          || coalesce(' (' || (                                                -- from 15
            select string_agg(quote_ident(a.attname), ', ' order by k.place)   -- from 15
            from unnest(r.prattrs) with ordinality k(number, place)            -- from 15
            join pg_attribute a on a.attrelid = r.prrelid                      -- from 15
              and a.attnum = k.number) || ')', '')                             -- from 15
          || coalesce(' WHERE (' || pg_get_expr(r.prqual, r.prrelid) || ')', '') -- from 15
          as sql
        from pg_publication_rel r where r.prpubid = p.oid
        union all                                                              -- from 15
        select 'TABLES IN SCHEMA ' || quote_ident(n.nspname)                   -- from 15
        from pg_publication_namespace s                                        -- from 15
        join pg_namespace n on n.oid = s.pnnspid where s.pnpubid = p.oid       -- from 15
      ) x)
    end,
    'WITH (' || nullif(concat_ws(', ',
      case when not (p.pubinsert and p.pubupdate and p.pubdelete and p.pubtruncate) then
        format('publish = %L', concat_ws(', ',
          case when p.pubinsert then 'insert' end, case when p.pubupdate then 'update' end,
          case when p.pubdelete then 'delete' end, case when p.pubtruncate then 'truncate' end))
      end,
      case when p.pubgencols = 's' then 'publish_generated_columns = stored' end, -- from 18
      case when p.pubviaroot then 'publish_via_partition_root = true' end), '') || ')')
from pg_publication p
where not exists (
  select from pg_depend d
  where d.classid = 'pg_publication'::regclass and d.objid = p.oid and d.deptype = 'e')
order by p.pubname

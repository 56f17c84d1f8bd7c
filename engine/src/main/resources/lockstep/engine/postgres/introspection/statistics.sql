select s.oid, c.relnamespace, c.relname, s.stxnamespace, s.stxname,
  -- Columns by name: PostgreSQL lists them as they stand in the table, where they cannot move.
  replace(
    substr(pg_get_statisticsobjdef(s.oid),
      length('CREATE STATISTICS .' || quote_ident(n.nspname) || quote_ident(s.stxname)) + 1),
    ' ON ' || coalesce(k.by_number, ''),
    ' ON ' || coalesce(k.by_name, '')),
  nullif(s.stxstattarget, -1)
from pg_statistic_ext s
join pg_class c on c.oid = s.stxrelid
join pg_namespace n on n.oid = s.stxnamespace
cross join lateral (
  select string_agg(quote_ident(a.attname), ', ' order by a.attnum) as by_number,
    string_agg(quote_ident(a.attname), ', ' order by a.attname) as by_name
  from pg_attribute a
  where a.attrelid = s.stxrelid and a.attnum = any (s.stxkeys)
) k

select s.oid, c.relnamespace, c.relname, s.stxnamespace, s.stxname,
  substr(pg_get_statisticsobjdef(s.oid),
    length('CREATE STATISTICS .' || quote_ident(n.nspname) || quote_ident(s.stxname)) + 1),
  nullif(s.stxstattarget, -1)
from pg_statistic_ext s
join pg_class c on c.oid = s.stxrelid
join pg_namespace n on n.oid = s.stxnamespace

select t.oid, t.evtname,
  format('ON %I', t.evtevent)
  || coalesce(E'\n  WHEN TAG IN (' || (
    select string_agg(quote_literal(x), ', ') from unnest(t.evttags) x) || ')', '')
  || E'\n  EXECUTE FUNCTION ' || t.evtfoid::regproc || '()',
  t.evtenabled
from pg_event_trigger t
where not exists (
  select from pg_depend d
  where d.classid = 'pg_event_trigger'::regclass and d.objid = t.oid and d.deptype = 'e')
order by t.evtname

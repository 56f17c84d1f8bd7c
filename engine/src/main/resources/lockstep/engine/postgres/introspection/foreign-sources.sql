-- Foreign-data wrappers and the servers that they reach: what follows the name in CREATE. User
-- mappings are not read: they hold passwords.
with extension as (
  select d.classid, d.objid from pg_depend d where d.deptype = 'e'
)
select 'FOREIGN_DATA_WRAPPER', 'pg_foreign_data_wrapper', w.oid, w.fdwname,
  concat_ws(' ',
    'HANDLER ' || nullif(w.fdwhandler, 0)::regproc,
    'VALIDATOR ' || nullif(w.fdwvalidator, 0)::regproc,
    'OPTIONS (' || (
      select string_agg(quote_ident(o.option_name) || ' ' || quote_literal(o.option_value), ', ' order by o.option_name)
      from pg_options_to_table(w.fdwoptions) o) || ')')
from pg_foreign_data_wrapper w
where not exists (
  select from extension e
  where e.classid = 'pg_foreign_data_wrapper'::regclass and e.objid = w.oid)
union all
select 'FOREIGN_SERVER', 'pg_foreign_server', s.oid, s.srvname,
  concat_ws(' ',
    'TYPE ' || quote_literal(s.srvtype),
    'VERSION ' || quote_literal(s.srvversion),
    'FOREIGN DATA WRAPPER ' || quote_ident(w.fdwname),
    'OPTIONS (' || (
      select string_agg(quote_ident(o.option_name) || ' ' || quote_literal(o.option_value), ', ' order by o.option_name)
      from pg_options_to_table(s.srvoptions) o) || ')')
from pg_foreign_server s
join pg_foreign_data_wrapper w on w.oid = s.srvfdw
where not exists (
  select from extension e where e.classid = 'pg_foreign_server'::regclass and e.objid = s.oid)
order by 1, 4

-- Functions and procedures as the server prints them, without their names: the text begins at the
-- parenthesis after it.
with ours as (
  select n.oid, 'CREATE OR REPLACE FUNCTION ' || quote_ident(n.nspname) || '.' as head
  from pg_namespace n
  where n.nspname !~ '^pg_' and n.nspname <> 'information_schema'
)
select p.oid, p.pronamespace, p.proname, p.prokind, '(' || oidvectortypes(p.proargtypes) || ')',
  pg_get_function_identity_arguments(p.oid), pg_get_function_result(p.oid), p.pronargdefaults,
  substr(pg_get_functiondef(p.oid),
    length(n.head || quote_ident(p.proname)) + case p.prokind when 'p' then 2 else 1 end)
from pg_proc p
join ours n on n.oid = p.pronamespace
where p.prokind <> 'a'
  and not exists (
    select from pg_depend d
    where d.classid = 'pg_proc'::regclass and d.objid = p.oid and d.deptype in ('e', 'i'))

select k.oid, k.conname, k.contype, k.conrelid, k.contypid, k.conindid, k.confrelid,
  array_to_string(k.conkey, ' '), array_to_string(k.confkey, ' '),
  k.confupdtype, k.confdeltype, k.confmatchtype,
  k.condeferrable, k.condeferred, k.convalidated, k.connoinherit,
  pg_get_expr(k.conbin, k.conrelid),
  array_to_string(k.confdelsetcols, ' '), -- from 15
  null,                                   -- before 15
  k.conenforced,                          -- from 18
  true,                                   -- before 18
  case when k.contype = 'x' then (
    select string_agg(
      case when n.nspname = 'pg_catalog' then o.oprname
      else format('OPERATOR(%I.%s)', n.nspname, o.oprname) end,
      chr(31) order by x.place)
    from unnest(k.conexclop) with ordinality x(operator, place)
    join pg_operator o on o.oid = x.operator
    join pg_namespace n on n.oid = o.oprnamespace)
  end,
  k.conparentid <> 0 or k.coninhcount > 0,
  k.conislocal,
  p.conname,
  k.conperiod -- from 18
  false       -- before 18
from pg_constraint k
join pg_namespace n on n.oid = k.connamespace
left join pg_constraint p on p.oid = k.conparentid
-- What a reference to a partitioned table adds for each partition is no constraint of its own.
where (
    k.contype in ('p', 'u', 'f', 'c', 'x')
    -- What a parent has is called as there.
    or k.contype = 'n' and k.conrelid <> 0 and k.conislocal -- from 18
  )
  and (k.conparentid = 0 or p.conrelid <> k.conrelid)
  and n.nspname !~ '^pg_' and n.nspname <> 'information_schema'

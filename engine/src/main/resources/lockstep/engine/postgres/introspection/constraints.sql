-- What a constraint usually is, is NULL: what is not sent need not be read.
select k.oid, k.conname, k.contype, k.conrelid, nullif(k.contypid, 0), nullif(k.conindid, 0),
  nullif(k.confrelid, 0),
  array_to_string(k.conkey, ' '), array_to_string(k.confkey, ' '),
  nullif(k.confupdtype, ' '), nullif(k.confdeltype, ' '), nullif(k.confmatchtype, ' '),
  nullif(k.condeferrable, false), nullif(k.condeferred, false),
  nullif(not k.convalidated, false), nullif(k.connoinherit, false),
  pg_get_expr(k.conbin, k.conrelid),
  array_to_string(k.confdelsetcols, ' '), -- from 15
  null,                                   -- before 15
  nullif(not k.conenforced, false),       -- from 18
  null,                                   -- before 18
  case when k.contype = 'x' then (
    select string_agg(
      case when n.nspname = 'pg_catalog' then o.oprname
      else format('OPERATOR(%I.%s)', n.nspname, o.oprname) end,
      chr(31) order by x.place)
    from unnest(k.conexclop) with ordinality x(operator, place)
    join pg_operator o on o.oid = x.operator
    join pg_namespace n on n.oid = o.oprnamespace)
  end,
  nullif(k.conparentid <> 0 or k.coninhcount > 0, false),
  nullif(not k.conislocal, false),
  p.conname,
  nullif(k.conperiod, false) -- from 18
  null                       -- before 18
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

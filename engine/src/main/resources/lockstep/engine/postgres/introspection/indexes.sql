-- What an index usually is, is NULL: what is not sent need not be read.
-- Written out by the server only where there are expressions: that is slow.
select c.oid, c.relname, i.indrelid, nullif(m.amname, 'btree'),
  nullif(i.indisunique, false),
  nullif(i.indnullsnotdistinct, false), -- from 15
  null,                                 -- before 15
  nullif(not i.indisvalid, false), i.indnkeyatts,
  i.indkey, i.indclass, i.indcollation, i.indoption,
  pg_get_expr(i.indpred, i.indrelid),
  array_to_string(c.reloptions, chr(31)),
  case when i.indexprs is not null then pg_get_indexdef(c.oid) end,
  case when i.indexprs is not null then (
    select string_agg(
      replace(replace(pg_get_indexdef(c.oid, k, false), chr(30), chr(30) || '0'), chr(31), chr(30) || '1'),
      chr(31) order by k)
    from generate_series(1, i.indnkeyatts) k)
  end,
  k.contype,
  nullif(i.indisclustered, false), nullif(i.indisreplident, false),
  s.spcname,
  nullif(c.relkind = 'I' and not i.indisvalid, false),
  case when c.relispartition then (
    select string_agg(
      replace(replace(a.attname, chr(30), chr(30) || '0'), chr(31), chr(30) || '1'),
      chr(31) order by a.attnum)
    from pg_inherits h
    join pg_attribute a on a.attrelid = h.inhparent
    where h.inhrelid = c.oid)
  end
from pg_index i
join pg_class c on c.oid = i.indexrelid
join pg_am m on m.oid = c.relam
join pg_namespace n on n.oid = c.relnamespace
-- Joined, as pg_constraint has no index by which to find one for each.
left join pg_constraint k on k.conindid = c.oid and k.contype in ('p', 'u', 'x')
left join pg_tablespace s on s.oid = c.reltablespace
where n.nspname !~ '^pg_' and n.nspname <> 'information_schema'

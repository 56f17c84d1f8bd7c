-- What a column usually is, is NULL: what is not sent need not be read.
-- A default has no column in it, so that pg_get_expr need not look at the table: ten times faster.
select a.attrelid, a.attnum, a.attname, a.atttypid, nullif(a.atttypmod, -1), nullif(a.attndims, 0),
  nullif(a.attnotnull, false), nullif(a.attidentity, ''), nullif(a.attgenerated, ''),
  nullif(a.attcollation, 0), nullif(a.attcollation <> t.typcollation, false),
  pg_get_expr(d.adbin, case when a.attgenerated = '' then 0 else d.adrelid end),
  nullif(not a.attislocal, false),
  case when a.attstorage <> t.typstorage then a.attstorage end,
  nullif(a.attcompression, ''),  -- from 14
  null,                          -- before 14
  nullif(a.attstattarget, -1),
  array_to_string(a.attoptions, chr(31))
from pg_attribute a
join pg_class c on c.oid = a.attrelid
join pg_namespace n on n.oid = c.relnamespace
join pg_type t on t.oid = a.atttypid
left join pg_attrdef d on d.adrelid = a.attrelid and d.adnum = a.attnum
where c.relkind in ('r', 'p', 'v', 'm', 'c') and a.attnum > 0 and not a.attisdropped
  and n.nspname !~ '^pg_' and n.nspname <> 'information_schema'
order by a.attrelid, a.attnum

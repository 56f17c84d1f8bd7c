-- The column that owns a sequence, by identity (i) or by OWNED BY and SERIAL (a).
select c.oid, c.relnamespace, c.relname,
  format_type(s.seqtypid, null),
  s.seqstart, s.seqincrement, s.seqmin, s.seqmax, s.seqcache, s.seqcycle,
  o.deptype, o.refobjid, o.refobjsubid,
  c.oid::regclass::text
from pg_sequence s
join pg_class c on c.oid = s.seqrelid
left join pg_depend o
  on o.classid = 'pg_class'::regclass and o.objid = c.oid
  and o.refclassid = 'pg_class'::regclass and o.refobjsubid > 0 and o.deptype in ('a', 'i')
where not exists (
  select from pg_depend d
  where d.classid = 'pg_class'::regclass and d.objid = c.oid and d.deptype = 'e')

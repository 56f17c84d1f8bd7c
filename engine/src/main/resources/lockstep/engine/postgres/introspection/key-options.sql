select a.attrelid, a.attnum, array_to_string(a.attoptions, chr(31)),
  case when a.attstattarget >= 0 then a.attstattarget end
from pg_attribute a
join pg_class c on c.oid = a.attrelid
where c.relkind in ('i', 'I') and (a.attoptions is not null or a.attstattarget >= 0)

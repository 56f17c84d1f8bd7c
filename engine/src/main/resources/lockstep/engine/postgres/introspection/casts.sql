-- Casts that somebody made; those that come with a range type go with it.
select c.oid, format_type(c.castsource, null) || ' as ' || format_type(c.casttarget, null),
  case c.castmethod when 'b' then 'WITHOUT FUNCTION' when 'i' then 'WITH INOUT'
    else 'WITH FUNCTION ' || c.castfunc::regprocedure end
  || case c.castcontext when 'a' then ' AS ASSIGNMENT' when 'i' then ' AS IMPLICIT' else '' end
from pg_cast c
where c.oid >= 16384 and not exists (
  select from pg_depend d
  where d.classid = 'pg_cast'::regclass and d.objid = c.oid and d.deptype in ('e', 'i'))
order by 2

-- The role 0 is everybody, and then the only one.
select p.oid, c.relnamespace, c.relname, p.polname, p.polpermissive, p.polcmd,
  (select string_agg(
    replace(replace(r.rolname, chr(30), chr(30) || '0'), chr(31), chr(30) || '1'),
    chr(31) order by r.rolname)
    from pg_roles r where r.oid = any (p.polroles)),
  pg_get_expr(p.polqual, p.polrelid), pg_get_expr(p.polwithcheck, p.polrelid)
from pg_policy p
join pg_class c on c.oid = p.polrelid
where not exists (
  select from pg_depend d
  where d.classid = 'pg_class'::regclass and d.objid = c.oid and d.deptype = 'e')

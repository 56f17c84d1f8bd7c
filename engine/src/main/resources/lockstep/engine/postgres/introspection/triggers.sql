-- What a partition got from its parent, and what constraints bring, is left out.
select t.oid, c.relnamespace, c.relname, t.tgname, pg_get_triggerdef(t.oid, true), t.tgenabled
from pg_trigger t
join pg_class c on c.oid = t.tgrelid
where not t.tgisinternal and t.tgparentid = 0
  and not exists (
    select from pg_depend d
    where d.classid = 'pg_trigger'::regclass and d.objid = t.oid and d.deptype = 'e')

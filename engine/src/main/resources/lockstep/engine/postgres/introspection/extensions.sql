-- The version only where it is not the one that this server would install.
select e.extname, n.nspname, nullif(e.extversion, a.default_version)
from pg_extension e
join pg_namespace n on n.oid = e.extnamespace
left join pg_available_extensions a on a.name = e.extname
where e.extname <> 'plpgsql'

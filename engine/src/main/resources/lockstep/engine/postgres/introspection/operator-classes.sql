select o.oid, n.nspname, o.opcname, o.opcmethod, o.opcintype, o.opcdefault
from pg_opclass o
join pg_namespace n on n.oid = o.opcnamespace

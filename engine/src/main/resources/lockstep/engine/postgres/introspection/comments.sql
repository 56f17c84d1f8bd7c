select d.classoid::regclass::text, d.objoid, d.objsubid, d.description
from pg_description d
where d.classoid in (
    'pg_class'::regclass, 'pg_type'::regclass, 'pg_constraint'::regclass,
    'pg_namespace'::regclass, 'pg_proc'::regclass, 'pg_trigger'::regclass,
    'pg_rewrite'::regclass, 'pg_policy'::regclass, 'pg_statistic_ext'::regclass,
    'pg_publication'::regclass, 'pg_event_trigger'::regclass, 'pg_cast'::regclass,
    'pg_collation'::regclass, 'pg_ts_config'::regclass, 'pg_ts_dict'::regclass,
    'pg_foreign_server'::regclass, 'pg_foreign_data_wrapper'::regclass)
  and (d.objoid >= 16384 or d.classoid = 'pg_namespace'::regclass)

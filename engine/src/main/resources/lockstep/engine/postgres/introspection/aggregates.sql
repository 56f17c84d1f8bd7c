-- Aggregates, each part of the definition under the name that CREATE AGGREGATE has for it.
with modification (letter, words) as (
  values ('r'::"char", 'READ_ONLY'), ('s', 'SHAREABLE'), ('w', 'READ_WRITE')
)
select p.oid, p.pronamespace, p.proname, 'a', '(' || oidvectortypes(p.proargtypes) || ')',
  coalesce(nullif(pg_get_function_identity_arguments(p.oid), ''), '*'),
  pg_get_function_result(p.oid), 0,
  '(' || coalesce(nullif(pg_get_function_arguments(p.oid), ''), '*') || E') (\n    '
  || concat_ws(E',\n    ',
    'SFUNC = ' || a.aggtransfn,
    'STYPE = ' || format_type(a.aggtranstype, null),
    'SSPACE = ' || nullif(a.aggtransspace, 0),
    'FINALFUNC = ' || nullif(a.aggfinalfn::oid, 0)::regproc,
    case when a.aggfinalextra then 'FINALFUNC_EXTRA' end,
    case when a.aggfinalmodify <> case a.aggkind when 'n' then 'r' else 'w' end
      then 'FINALFUNC_MODIFY = ' || f.words end,
    'COMBINEFUNC = ' || nullif(a.aggcombinefn::oid, 0)::regproc,
    'SERIALFUNC = ' || nullif(a.aggserialfn::oid, 0)::regproc,
    'DESERIALFUNC = ' || nullif(a.aggdeserialfn::oid, 0)::regproc,
    'INITCOND = ' || quote_literal(a.agginitval),
    'MSFUNC = ' || nullif(a.aggmtransfn::oid, 0)::regproc,
    'MINVFUNC = ' || nullif(a.aggminvtransfn::oid, 0)::regproc,
    'MSTYPE = ' || format_type(nullif(a.aggmtranstype, 0), null),
    'MSSPACE = ' || nullif(a.aggmtransspace, 0),
    'MFINALFUNC = ' || nullif(a.aggmfinalfn::oid, 0)::regproc,
    case when a.aggmfinalextra then 'MFINALFUNC_EXTRA' end,
    case when a.aggmfinalmodify <> case a.aggkind when 'n' then 'r' else 'w' end
      then 'MFINALFUNC_MODIFY = ' || mf.words end,
    'MINITCOND = ' || quote_literal(a.aggminitval),
    'SORTOP = ' || (
      select format('OPERATOR(%I.%s)', n.nspname, o.oprname)
      from pg_operator o join pg_namespace n on n.oid = o.oprnamespace where o.oid = a.aggsortop),
    case when a.aggkind = 'h' then 'HYPOTHETICAL' end,
    case p.proparallel when 's' then 'PARALLEL = SAFE' when 'r' then 'PARALLEL = RESTRICTED' end)
  || E'\n)'
from pg_proc p
join pg_aggregate a on a.aggfnoid = p.oid
join pg_namespace n on n.oid = p.pronamespace
left join modification f on f.letter = a.aggfinalmodify
left join modification mf on mf.letter = a.aggmfinalmodify
where n.nspname !~ '^pg_' and n.nspname <> 'information_schema'
  and not exists (
    select from pg_depend d
    where d.classid = 'pg_proc'::regclass and d.objid = p.oid and d.deptype = 'e')

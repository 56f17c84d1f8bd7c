-- Grant
-- note LNT606: Code that is running may need `select on table events`.
REVOKE SELECT ON TABLE "events" FROM PUBLIC;

-- Grant
-- note LNT606: Code that is running may need `insert ( id ) on table events`.
REVOKE INSERT ("id") ON TABLE "events" FROM PUBLIC;

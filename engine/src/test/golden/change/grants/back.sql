-- Grant
-- note LNT606: Code that is running may need `insert, select on table users`.
REVOKE INSERT, SELECT ON TABLE "users" FROM PUBLIC;

-- Grant
-- note LNT606: Code that is running may need `update ( name ) on table users`.
REVOKE UPDATE ("name") ON TABLE "users" FROM PUBLIC;

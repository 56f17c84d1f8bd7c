-- Grant
-- warning LNT605: `insert, select on table users` is granted to every role there is and will be.
GRANT INSERT, SELECT ON TABLE "users" TO PUBLIC;

-- Grant
-- warning LNT605: `update ( name ) on table users` is granted to every role there is and will be.
GRANT UPDATE ("name") ON TABLE "users" TO PUBLIC;

-- Grant
-- warning LNT605: `select on table events` is granted to every role there is and will be.
GRANT SELECT ON TABLE "events" TO PUBLIC;

-- Grant
-- warning LNT605: `insert ( id ) on table events` is granted to every role there is and will be.
GRANT INSERT ("id") ON TABLE "events" TO PUBLIC;

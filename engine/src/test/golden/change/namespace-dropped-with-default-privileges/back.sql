-- CreateSchema
CREATE SCHEMA IF NOT EXISTS "aux";

-- Grant
-- warning LNT605: `usage on schema aux` is granted to every role there is and will be.
GRANT USAGE ON SCHEMA "aux" TO PUBLIC;

-- AlterDefaultPrivileges
ALTER DEFAULT PRIVILEGES FOR ROLE CURRENT_USER IN SCHEMA "aux" GRANT SELECT ON TABLES TO PUBLIC;

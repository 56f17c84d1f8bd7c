-- Grant
-- note LNT606: Code that is running may need `execute on function public.f ( )`.
REVOKE EXECUTE ON FUNCTION "public"."f"() FROM PUBLIC;

-- Grant
-- warning LNT605: `usage on schema s` is granted to every role there is and will be.
GRANT USAGE ON SCHEMA "s" TO PUBLIC;

-- AlterDefaultPrivileges
ALTER DEFAULT PRIVILEGES FOR ROLE CURRENT_USER GRANT SELECT ON TABLES TO PUBLIC;

-- Grant
-- warning LNT605: `execute on function public.f ( )` is granted to every role there is and will be.
GRANT EXECUTE ON FUNCTION "public"."f"() TO PUBLIC;

-- Grant
-- note LNT606: Code that is running may need `usage on schema s`.
REVOKE USAGE ON SCHEMA "s" FROM PUBLIC;

-- AlterDefaultPrivileges
ALTER DEFAULT PRIVILEGES FOR ROLE CURRENT_USER REVOKE SELECT ON TABLES FROM PUBLIC;

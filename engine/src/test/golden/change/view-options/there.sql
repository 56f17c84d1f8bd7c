-- CreateView
CREATE OR REPLACE VIEW "v" WITH (security_barrier = true, security_invoker = true, check_option = local) AS
SELECT id,
    name
   FROM users;

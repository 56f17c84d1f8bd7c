SET lock_timeout = '3s';

-- CreateView
SET statement_timeout = '60s';
CREATE OR REPLACE VIEW "v" WITH (security_barrier = true, security_invoker = true, check_option = local) AS
SELECT id,
    name
   FROM users;

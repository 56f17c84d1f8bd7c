SET lock_timeout = '3s';

-- CreateView
SET statement_timeout = '60s';
CREATE OR REPLACE VIEW "v" AS
SELECT id,
    name
   FROM users;

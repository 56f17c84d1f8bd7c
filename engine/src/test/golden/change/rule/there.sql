SET lock_timeout = '3s';

-- CreateRule
SET statement_timeout = '60s';
CREATE RULE r AS
    ON DELETE TO users DO INSTEAD NOTHING;

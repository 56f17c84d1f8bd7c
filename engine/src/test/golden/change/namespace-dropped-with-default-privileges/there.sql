SET lock_timeout = '3s';

-- DropSchema
SET statement_timeout = '60s';
DROP SCHEMA "aux";

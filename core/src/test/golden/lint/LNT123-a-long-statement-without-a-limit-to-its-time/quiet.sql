SET statement_timeout = '5s';
UPDATE users SET name = lower(name);

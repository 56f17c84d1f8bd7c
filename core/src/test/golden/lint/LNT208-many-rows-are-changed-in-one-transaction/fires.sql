UPDATE users SET name = lower(name);
DELETE FROM users WHERE name IS NULL;

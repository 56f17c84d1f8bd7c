ALTER TABLE users SET (autovacuum_enabled = true, fillfactor = 90);

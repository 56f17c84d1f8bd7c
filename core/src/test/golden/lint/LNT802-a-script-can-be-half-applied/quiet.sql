SET lock_timeout = '3s';
CREATE INDEX CONCURRENTLY b ON users (b);

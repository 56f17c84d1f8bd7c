SET lock_timeout = '3s';
DROP INDEX CONCURRENTLY a;

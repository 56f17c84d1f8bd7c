VACUUM FULL users;
VACUUM (FULL, ANALYZE) users;
CLUSTER users USING users_pkey;

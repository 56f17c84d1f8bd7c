CREATE INDEX users_b ON users (b);
CREATE INDEX users_part ON users (a) WHERE b > 0;
CREATE INDEX users_a_desc ON users (a DESC);

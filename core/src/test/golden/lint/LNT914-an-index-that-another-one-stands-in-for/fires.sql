CREATE INDEX users_a ON users (a);
CREATE INDEX users_a_b ON users (a, b);
CREATE UNIQUE INDEX users_id ON users (id);

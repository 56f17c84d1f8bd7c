CREATE INDEX ok ON users (a, b, c);
CREATE UNIQUE INDEX unique_wide ON users (a, b, c, d);

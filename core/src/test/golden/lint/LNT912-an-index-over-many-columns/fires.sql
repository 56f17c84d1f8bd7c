CREATE INDEX wide ON users (a, b, c, d);

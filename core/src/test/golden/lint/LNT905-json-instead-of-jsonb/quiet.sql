CREATE TABLE users (data jsonb);

CREATE TABLE users (born timestamptz(3), seen timestamp with time zone);

CREATE TABLE users (born timestamp(3));

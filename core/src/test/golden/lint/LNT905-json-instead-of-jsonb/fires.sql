CREATE TABLE users (data json);

CREATE TABLE users (country char(2));

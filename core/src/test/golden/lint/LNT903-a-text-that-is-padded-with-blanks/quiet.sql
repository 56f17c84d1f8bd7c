CREATE TABLE users (country text CHECK (length(country) = 2), name varchar(20));

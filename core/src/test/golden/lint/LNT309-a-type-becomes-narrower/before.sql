CREATE TABLE users (name varchar(20), n bigint, price numeric(8,2));

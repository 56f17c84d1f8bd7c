CREATE TABLE users (id serial PRIMARY KEY);
CREATE TABLE orders (id int NOT NULL, CONSTRAINT orders_pkey PRIMARY KEY (id));

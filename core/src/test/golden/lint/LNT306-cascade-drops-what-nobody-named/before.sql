CREATE TABLE users (id int PRIMARY KEY);
CREATE TABLE orders (user_id int REFERENCES users (id));

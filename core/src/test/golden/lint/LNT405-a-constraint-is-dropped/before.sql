CREATE TABLE orders (user_id int, CONSTRAINT orders_user_fkey FOREIGN KEY (user_id) REFERENCES users (id));

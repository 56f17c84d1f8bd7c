ALTER TABLE orders DROP CONSTRAINT orders_user_fkey;
ALTER TABLE orders ADD CONSTRAINT orders_user_fkey FOREIGN KEY (user_id) REFERENCES users (id) NOT VALID;

ALTER TABLE orders ADD CONSTRAINT orders_user_fkey FOREIGN KEY (user_id) REFERENCES users (id) NOT VALID;
ALTER TABLE orders ADD COLUMN shop_id bigint REFERENCES shops (id) ON DELETE SET NULL;
CREATE TABLE lines (order_id bigint);
ALTER TABLE lines ADD FOREIGN KEY (order_id) REFERENCES orders (id);

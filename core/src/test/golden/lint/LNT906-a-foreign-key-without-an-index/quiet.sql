CREATE TABLE orders (id int PRIMARY KEY, user_id int REFERENCES users (id), shop_id int);
ALTER TABLE orders ADD FOREIGN KEY (shop_id) REFERENCES shops (id);
CREATE INDEX orders_user ON orders (user_id, id);
CREATE INDEX orders_shop ON orders (shop_id);
CREATE TABLE pairs (a int REFERENCES users (id), PRIMARY KEY (a));

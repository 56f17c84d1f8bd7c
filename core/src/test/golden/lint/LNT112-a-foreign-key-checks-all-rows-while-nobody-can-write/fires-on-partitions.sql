ALTER TABLE orders ADD CONSTRAINT orders_event_fkey FOREIGN KEY (event_id) REFERENCES events (id);
ALTER TABLE events ADD CONSTRAINT events_user_fkey FOREIGN KEY (user_id) REFERENCES users (id);

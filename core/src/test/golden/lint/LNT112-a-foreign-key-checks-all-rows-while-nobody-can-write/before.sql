CREATE TABLE events (id bigint PRIMARY KEY, event_id bigint) PARTITION BY RANGE (id);

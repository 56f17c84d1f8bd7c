CREATE TABLE events (is_read boolean, id bigint, kind smallint, at timestamptz, name text);

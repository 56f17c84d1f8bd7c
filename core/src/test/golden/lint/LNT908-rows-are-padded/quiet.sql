CREATE TABLE events (id bigint, at timestamptz, kind smallint, is_read boolean, name text);
CREATE TABLE flags (is_on boolean, id integer);
CREATE TABLE people (id uuid, name text, born date, key uuid, tags bigint[]);

-- What a Prisma schema has no word for: one of each kind that somebody may change by hand.
CREATE EXTENSION hstore;
CREATE SCHEMA audit;
CREATE TABLE audit.log (id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, what text);

CREATE TYPE size AS ENUM ('S', 'M', 'L');
CREATE DOMAIN short AS text CHECK (length(VALUE) < 10);
CREATE SEQUENCE counter;
CREATE SEQUENCE unused_counter;

CREATE TABLE things (
  id integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  code integer NOT NULL DEFAULT nextval('counter'),
  kind text CONSTRAINT kind_is_listed CHECK (kind IN ('a', 'b')),
  low integer,
  high integer,
  total integer GENERATED ALWAYS AS (low + high) STORED,
  label text COLLATE "C",
  nick short,
  room int4range,
  doc jsonb,
  CONSTRAINT low_below_high CHECK (low < high),
  CONSTRAINT things_label_key UNIQUE (label),
  CONSTRAINT things_low_high_key UNIQUE (low, high),
  CONSTRAINT room_is_free EXCLUDE USING gist (room WITH &&)
);
COMMENT ON TABLE users IS 'Who may come in';
COMMENT ON CONSTRAINT low_below_high ON things IS 'An interval';

CREATE TABLE parts (
  id integer PRIMARY KEY,
  low integer,
  high integer,
  thing integer,
  CONSTRAINT parts_thing FOREIGN KEY (thing) REFERENCES things (id),
  CONSTRAINT parts_low_high FOREIGN KEY (low, high) REFERENCES things (low, high)
);

CREATE INDEX by_kind ON things (kind);
CREATE INDEX by_kind_of_low ON things (kind) WHERE low > 0;
CREATE INDEX by_lower_label ON things (lower(label));
CREATE INDEX by_code ON things USING hash (code);
CREATE INDEX by_doc ON things USING gin (doc);
CREATE INDEX by_pattern ON things (kind text_pattern_ops);
CREATE INDEX by_high ON things (high) INCLUDE (low);
CREATE INDEX by_nick ON things (nick COLLATE "C");
CREATE UNIQUE INDEX by_room ON things (room);
COMMENT ON INDEX by_kind IS 'For the menu';

CREATE TABLE events (id integer NOT NULL, day date NOT NULL) PARTITION BY RANGE (day);
CREATE TABLE events_2026 PARTITION OF events FOR VALUES FROM ('2026-01-01') TO ('2027-01-01');

CREATE VIEW named AS SELECT id, name FROM users;
CREATE MATERIALIZED VIEW counted AS SELECT kind, count(*) AS n FROM things GROUP BY kind;
CREATE FUNCTION doubled(n integer) RETURNS integer LANGUAGE sql IMMUTABLE AS 'SELECT n * 2';
CREATE FUNCTION touch() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NEW; END';
CREATE TRIGGER touched BEFORE UPDATE ON things FOR EACH ROW EXECUTE FUNCTION touch();
ALTER TABLE parts ENABLE ROW LEVEL SECURITY;
CREATE POLICY small ON parts USING (id < 100);
CREATE STATISTICS low_and_high ON low, high FROM things;
GRANT SELECT ON things TO PUBLIC;

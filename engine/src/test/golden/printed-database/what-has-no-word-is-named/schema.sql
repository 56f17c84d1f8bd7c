CREATE DOMAIN positive AS integer CHECK (VALUE > 0);

CREATE SEQUENCE tickets;

CREATE TYPE size AS ENUM ('3xl', 'x-large');

CREATE TABLE thing (
  id integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  "1st name" text COLLATE "C" NOT NULL,
  age positive NOT NULL,
  doubled integer GENERATED ALWAYS AS (2 * 3) STORED,
  codes integer[] NOT NULL,
  size size NOT NULL DEFAULT 'x-large',
  span int4range NOT NULL,
  a integer UNIQUE DEFERRABLE,
  b integer,
  CONSTRAINT thing_check CHECK (b > 0),
  CONSTRAINT thing_span EXCLUDE USING gist (span WITH &&)
);

COMMENT ON TABLE thing IS 'Anything.';

CREATE INDEX thing_lower ON thing (lower("1st name"));

CREATE INDEX thing_b ON thing (b NULLS FIRST) INCLUDE (a);

CREATE INDEX thing_some ON thing (a) WHERE b IS NULL;

CREATE TABLE log (
  at timestamptz NOT NULL,
  thing_id integer REFERENCES thing (id) DEFERRABLE
);

CREATE VIEW things AS SELECT id, a FROM thing;
